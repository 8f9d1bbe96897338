using System.Reflection;
using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>The page that problem details lead to has every reason, under its own name.</summary>
public sealed class ReasonTests
{
    [Fact]
    public void Every_reason_has_its_section()
    {
        var sections = File.ReadLines(Path.Combine(AllPages.Root, "docs", "reasons.md"))
            .Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]);

        Assert.Equal(
            typeof(FailureReasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
            sections.Order(StringComparer.Ordinal));
    }
}
