using Scriban.Syntax;

namespace DoOAuth.TemplateCompiler;

/// <summary>A template uses Scriban syntax that cannot be compiled.</summary>
/// <param name="node">The syntax that cannot be compiled.</param>
public sealed class UnsupportedSyntaxException(ScriptNode node) : Exception
{
    /// <summary>The error and its position.</summary>
    internal TemplateFault Fault { get; } = new(
        Place.Of(node.Span),
        $"'{node}' cannot be compiled. A template can use names and their members, texts, !, ==, !=, && and ||, if, and for with for.last.");
}
