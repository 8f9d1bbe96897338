using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;
using DoOAuth.Generator.Transform;

namespace DoOAuth.Generator.Tests;

public sealed class RequiredScopeLinesTests
{
    [Fact]
    public void A_scope_s_line_says_what_the_catalog_says() => Assert.All(
        ScopeCatalog.Parse(EmbeddedText.Read("scopes.tsv")).Entries,
        scope => Assert.Equal(scope.Required, RequiredScopeLines.Of(scope.Name)));

    [Theory]
    [InlineData("")]
    [InlineData("drop")]
    [InlineData("droplet:rea")]
    [InlineData("scope")]
    [InlineData("a\nb")]
    public void What_is_no_scope_requires_nothing(string scope) => Assert.Empty(RequiredScopeLines.Of(scope));
}
