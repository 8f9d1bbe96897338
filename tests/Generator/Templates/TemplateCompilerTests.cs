namespace DoOAuth.Generator.Tests.Templates;

/// <summary>A compiled template renders what Scriban would; a mistake in one ends the build, with its place.</summary>
public sealed class TemplateCompilerTests
{
    [Theory]
    [InlineData("plain \"text\" with \\ and {{ Person.Name }}\n\n", "plain \"text\" with \\ and Sammy")]
    [InlineData("{{ if Nobody }}x{{ else }}y{{ end }}", "y")]
    [InlineData("{{ if Empty }}x{{ else }}y{{ end }}", "x")]
    [InlineData("{{ if Empty == \"\" }}x{{ else if Person }}y{{ end }}", "x")]
    [InlineData("{{ if Empty != \"\" }}x{{ else if Person.IsTall && !Nobody }}y{{ end }}", "y")]
    [InlineData("{{ if (Nobody || Person.IsTall) && Person.Name == \"Sammy\" }}x{{ end }}", "x")]
    [InlineData("{{ for person in People }}{{ person.Name }}{{ if !for.last }}, {{ end }}{{ end }}", "Ann, Bob, Cid")]
    [InlineData("{{ for a in People }}{{ for b in People }}{{ if for.last }}{{ a.Name }}{{ b.Name }}{{ end }}{{ end }}{{ if !for.last }};{{ end }}{{ end }}", "AnnCid;BobCid;CidCid")]
    [InlineData("({{ for person in Crowd }}x{{ end }})", "()")]
    [InlineData("a\n{{~ for person in People ~}}\n  {{ person.Name }}\n{{~ if person.IsTall ~}}\n  tall\n\n{{~ end ~}}\n{{~ end ~}}\nb\n", "a\n  Ann\n  tall\n\n  Bob\n  Cid\n  tall\n\nb")]
    [InlineData("a \n {{- Person.Name -}} \n b", "aSammyb")]
    public void A_compiled_template_renders_what_Scriban_renders(string text, string expected)
    {
        Assert.Equal(expected, SampleTemplate.Interpret(text));
        Assert.Equal(expected, SampleTemplate.Render(text));
    }

    [Theory]
    [InlineData("{{ if }", 0, "")]
    [InlineData("\n{{ for a in }}", 1, "")]
    [InlineData("\n{{ Person.Nmae }}", 1, "Nmae")]
    [InlineData("a\nb\n{{ Prson.Name }}", 2, "Prson")]
    [InlineData("{{ person }}", 0, "person")]
    [InlineData("{{ Person.name }}", 0, "name")]
    [InlineData("\n\n{{ if Person.IsTall && Nobdy }}{{ end }}", 2, "Nobdy")]
    public void A_wrong_template_is_an_error_at_its_line(string text, int line, string says)
    {
        var faults = SampleTemplate.FaultsOf(text);

        Assert.Contains(faults, fault => fault.Place.Path == SampleTemplate.Path && fault.Place.StartLinePosition.Line == line && fault.Message.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\n{{ Shout Person }}")]
    [InlineData("\n{{ Person.Name | string.upcase }}")]
    [InlineData("\n{{ 1 + 2 }}")]
    [InlineData("\n{{ x = Person }}")]
    [InlineData("\n{{ while Nobody }}{{ end }}")]
    [InlineData("\n{{ for person in People limit:2 }}{{ end }}")]
    [InlineData("\n{{ for person in People }}{{ else }}{{ end }}")]
    [InlineData("\n{{ for.last }}")]
    [InlineData("\n{{ People[0] }}")]
    public void What_cannot_be_compiled_is_an_error_at_its_line(string text)
    {
        var fault = Assert.Single(SampleTemplate.FaultsOf(text));

        Assert.Equal(1, fault.Place.StartLinePosition.Line);
        Assert.Contains("cannot be compiled", fault.Message, StringComparison.Ordinal);
    }
}
