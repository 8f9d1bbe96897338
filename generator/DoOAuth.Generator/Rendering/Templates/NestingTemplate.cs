using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Rendering.Templates;

/// <summary>A type around the annotated class.</summary>
internal sealed partial class NestingTemplate
{
    /// <summary>How the type opens.</summary>
    public required TypeName Type { get; init; }

    /// <summary>What the type holds.</summary>
    public required string Body { get; init; }
}
