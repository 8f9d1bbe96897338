using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>What disconnecting means for the user is said in the same words wherever it is said.</summary>
public sealed partial class DisconnectTests
{
    private const string Meaning = "Takes back the access that this browser was given. Your other browsers keep theirs.";

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/security.md")]
    [InlineData("runtime/DoOAuth/Endpoints/DigitalOceanEndpoints.cs")]
    [InlineData("templates/do-oauth/DoOAuthApp.1.http")]
    [InlineData("templates/do-oauth/Pages/HomePage.cs")]
    [InlineData("templates/do-oauth/README.md")]
    public void It_is_said_once_and_word_for_word(string path)
    {
        var text = Space().Replace(File.ReadAllText(Path.Combine(AllPages.Root, path)), " ");

        Assert.Equal(2, text.Split(Meaning).Length);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("templates/do-oauth/README.md")]
    public void The_table_of_endpoints_says_it_of_disconnect(string path) =>
        Assert.Contains($"| `POST /disconnect` | {Meaning} |", File.ReadAllText(Path.Combine(AllPages.Root, path)), StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
