namespace DoOAuth.Generator.Rendering.Templates;

/// <summary>A whole emitted file.</summary>
internal sealed partial class FileTemplate
{
    /// <summary>The namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The content of the namespace.</summary>
    public required string Body { get; init; }
}
