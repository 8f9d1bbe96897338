using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Rendering.Templates;

/// <summary>The emitted part of the annotated class.</summary>
internal sealed partial class PartTemplate
{
    /// <summary>The application.</summary>
    public required ApplicationModel Application { get; init; }

    /// <summary>The property that describes the application to the runtime; empty if the extension class has it.</summary>
    public required string Descriptor { get; init; }

    private ApplicationConstants Constants => Application.Constants;

    private IReadOnlyList<ConstantModel> EmittedConstants => [.. Application.Constants.Emitted];
}
