using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Rendering.Templates;

/// <summary>The part of the extension class that describes the application for OpenAPI.</summary>
internal sealed partial class OpenApiTemplate
{
    /// <summary>The application.</summary>
    public required ApplicationModel Application { get; init; }

    /// <summary>The names in the document.</summary>
    public required OpenApiNames Names { get; init; }
}
