using DoOAuth.Generator.Rendering;
using Scriban.Runtime;

namespace DoOAuth.Generator.Tests;

/// <summary>A mistake in a template ends here, with its place, and not at a user's desk.</summary>
public sealed class TemplateTests
{
    private static readonly ScriptObject Values = new() { ["Person"] = new Person("Sammy"), ["Nobody"] = null };

    [Theory]
    [InlineData("{{ Person.Name }}", "Sammy")]
    [InlineData("{{ if Nobody }}x{{ end }}-", "-")]
    [InlineData("a\n\n", "a")]
    public void A_sound_template_renders(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("{{ if }", "Sample(1,")]
    [InlineData("{{ for a in b }}", "Sample(1,")]
    [InlineData("\n{{ Person.Nmae }}", "Nmae")]
    [InlineData("{{ Prson.Name }}", "Prson")]
    [InlineData("{{ Nobody.Name }}", "Nobody")]
    [InlineData("{{ person }}", "person")]
    [InlineData("{{ Person.name }}", "name")]
    [InlineData("{{ Shout Person }}", "Shout")]
    public void A_wrong_template_is_an_error_that_says_where(string text, string says)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Render(text));

        Assert.Contains("template Sample", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_not_there_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new SourceTemplate("Missing").Render([], CancellationToken.None));

        Assert.Contains("Missing.scriban", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_is_parsed_once()
    {
        var reads = 0;
        var template = new SourceTemplate("Sample", () => $"{++reads}");

        Assert.Equal("1", template.Render([], CancellationToken.None));
        Assert.Equal("1", template.Render([], CancellationToken.None));
    }

    [Fact]
    public void Rendering_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new SourceTemplate("Sample", () => "{{ for i in 1..1000 }}{{ i }}{{ end }}").Render([], cancelled.Token));
    }

    private static string Render(string text) => new SourceTemplate("Sample", () => text).Render(Values, CancellationToken.None);

    private sealed record Person(string Name);
}
