using Scriban.Syntax;

namespace DoOAuth.TemplateCompiler;

/// <summary>A template uses more of Scriban than can be compiled.</summary>
/// <param name="node">What cannot be compiled.</param>
public sealed class UnsupportedSyntaxException(ScriptNode node) : Exception
{
    /// <summary>What and where.</summary>
    internal TemplateFault Fault { get; } = new(
        Place.Of(node.Span),
        $"'{node}' cannot be compiled. A template may use names and their members, texts, !, ==, !=, && and ||, if, and for with for.last.");
}
