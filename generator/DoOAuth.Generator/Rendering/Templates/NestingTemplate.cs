using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Rendering.Templates;

/// <summary>A type that contains the annotated class.</summary>
internal sealed partial class NestingTemplate
{
    /// <summary>The type's keyword and name.</summary>
    public required TypeName Type { get; init; }

    /// <summary>The content of the type.</summary>
    public required string Body { get; init; }
}
