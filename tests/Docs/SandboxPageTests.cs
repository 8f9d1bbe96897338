using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Docs.Tests;

/// <summary>docs/sandbox.md explains each fault, with its value and where it applies.</summary>
public sealed partial class SandboxPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AllPages.Root, "docs", "sandbox.md"));

    [Fact]
    public void Every_fault_is_explained_once() => Assert.Equal(
        SandboxFault.Names.Order(StringComparer.Ordinal),
        Rows().Matches(Page).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void A_fault_that_needs_a_value_says_so() => Assert.All(
        Rows().Matches(Page),
        match => Assert.True(
            CanBe(match.Groups["name"].Value) || match.Groups["value"].Value.Trim() is { Length: > 0 } value && !value.Contains('`', StringComparison.Ordinal),
            $"{match.Groups["name"].Value} needs a value, and the page does not say so."));

    [Fact]
    public void Every_place_is_named() => Assert.All(
        Enum.GetValues<SandboxEndpoint>().Where(place => place != SandboxEndpoint.None),
        place => Assert.Contains($"`{place.ToString().ToLowerInvariant()}`", Page, StringComparison.Ordinal));

    private static bool CanBe(string fault)
    {
        try
        {
            return SandboxFault.Parse(fault) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \|(?<value>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
