using DoOAuth.Catalog.Embedded;
using Scriban;
using Scriban.Runtime;

namespace DoOAuth.Generator.Rendering;

/// <summary>A template, parsed once in a process and strict: a name that is not there is an error, not an empty text.</summary>
internal sealed class SourceTemplate
{
    private readonly string _name;
    private readonly Lazy<Template> _template;

    /// <summary>Reads the template of this name when it is first rendered.</summary>
    public SourceTemplate(string name)
        : this(name, () => EmbeddedText.Read(name + ".scriban"))
    {
    }

    /// <summary>Reads the template from elsewhere.</summary>
    public SourceTemplate(string name, Func<string> read)
    {
        _name = name;
        _template = new(() => Read(name, read()));
    }

    /// <summary>Parses the template, if it is not yet.</summary>
    /// <exception cref="InvalidOperationException">It does not parse.</exception>
    public void Parse() => _ = _template.Value;

    /// <summary>Renders the template.</summary>
    /// <param name="values">What the template can name.</param>
    /// <param name="cancellation">Ends rendering early.</param>
    /// <returns>The text, without line ends behind it.</returns>
    /// <exception cref="InvalidOperationException">The template is wrong: it does not parse, or names what is not there.</exception>
    public string Render(ScriptObject values, CancellationToken cancellation)
    {
        var template = _template.Value;

        // No functions of Scriban's own: finding them all by reflection would be half of what a first rendering takes.
        var context = new TemplateContext(new ScriptObject())
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            EnableRelaxedIndexerAccess = false,
            EnableRelaxedFunctionAccess = false,
            MemberRenamer = static member => member.Name,
            CancellationToken = cancellation,
        };
        context.PushGlobal(values);
        try
        {
            return template.Render(context).TrimEnd('\n');
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Scriban has an exception of its own for a cancelled rendering.
            cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"The template {_name} cannot be rendered: {exception.Message}", exception);
        }
    }

    private static Template Read(string name, string text)
    {
        var template = Template.Parse(text, name);
        return template.HasErrors
            ? throw new InvalidOperationException($"The template {name} does not parse: {string.Join("; ", template.Messages)}")
            : template;
    }
}
