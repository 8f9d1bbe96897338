using DoOAuth.Catalog;

namespace DoOAuth.Data.Tests;

/// <summary>How the column <c>scopes</c> of <c>operations.tsv</c> is read.</summary>
public sealed class ScopeRequirementTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("a:x", "", false)]
    [InlineData("a:x", "a:x b:x", true)]
    [InlineData("a:x b:x", "a:x", false)]
    [InlineData("a:x b:x", "a:x b:x", true)]
    [InlineData("a:x|b:x", "b:x", true)]
    [InlineData("a:x|b:x", "c:x", false)]
    [InlineData("a:x|b:x c:x", "b:x", false)]
    [InlineData("a:x|b:x c:x", "b:x c:x", true)]
    public void A_space_means_both_scopes_and_a_bar_means_either_of_them(string cell, string granted, bool isMet)
    {
        var requirement = ScopeRequirement.Parse(cell);
        Assert.Equal(isMet, requirement.IsMetBy(granted.Split(' ').Contains));
        Assert.Equal(cell, requirement.ToString());
    }

    [Theory]
    [InlineData("block_storage:read", "BlockStorageRead")]
    [InlineData("read", "Read")]
    [InlineData("api:read", "ApiRead")]
    [InlineData("a-b:c__d", "ABCD")]
    [InlineData("database:view_credentials", "DatabaseViewCredentials")]
    public void Names_become_pascal_case(string scope, string expected) => Assert.Equal(expected, ScopeName.ToPascalCase(scope));
}
