using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Analyzers.Tests.Fixes.StandIns;
using DoOAuth.CodeFixes;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>Scopes are declared where the user declares scopes, and as the user writes it.</summary>
public sealed class DeclareScopeFixTests
{
    [Theory]
    [InlineData( // One list a line.
        """
        using DoOAuth;

        /// <summary>Ours.</summary>
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)] // Whose it is.
        // Kept.
        public static partial class DropletDeck;
        """,
        """
        using DoOAuth;

        /// <summary>Ours.</summary>
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)] // Whose it is.
        [DigitalOceanScope(Scopes.Droplet.Read)]
        // Kept.
        public static partial class DropletDeck;
        """)]
    public Task The_scope_goes_behind_the_last(string before, string after) => DeclaresAsync("droplet:read", before, after);

    private static Task DeclaresAsync(string scopes, string before, string after) =>
        new ProjectFix<ScopesAskedFor, DeclareScopeFix>(
            [$"Ask.For({{|DOO102:\"{scopes}\"|}});\n{ScopesAskedFor.Source}", before],
            [$"Ask.For(\"{scopes}\");\n{ScopesAskedFor.Source}", after]).AssertAsync();
}
