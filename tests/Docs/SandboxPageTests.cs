using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Docs.Tests;

/// <summary>docs/sandbox.md explains each fault, with its value and where it applies.</summary>
public sealed partial class SandboxPageTests
{
    // The tables of other sections have names that are not faults.
    private static readonly string Faults = Section("## Faults");

    private static readonly string Page = File.ReadAllText(Path.Combine(AllPages.Root, "docs", "sandbox.md"));

    [Fact]
    public void Every_fault_is_explained_once() => Assert.Equal(
        SandboxFault.Names.Order(StringComparer.Ordinal),
        Rows().Matches(Faults).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void A_fault_that_needs_a_value_says_so() => Assert.All(
        Rows().Matches(Faults),
        match => Assert.True(
            CanBe(match.Groups["name"].Value) || match.Groups["value"].Value.Trim() is { Length: > 0 } value && !value.Contains('`', StringComparison.Ordinal),
            $"{match.Groups["name"].Value} needs a value, and the page does not say so."));

    [Fact]
    public void Every_place_is_named() => Assert.All(
        Enum.GetValues<SandboxEndpoint>().Where(place => place != SandboxEndpoint.None),
        place => Assert.Contains($"`{place.ToString().ToLowerInvariant()}`", Page, StringComparison.Ordinal));

    private static string Section(string heading)
    {
        var page = File.ReadAllText(Path.Combine(AllPages.Root, "docs", "sandbox.md"));
        var start = page.IndexOf(heading, StringComparison.Ordinal);
        var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }

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
