using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Rendering.Templates;

/// <summary>The class with the extension methods for an application.</summary>
internal sealed partial class ExtensionsTemplate
{
    /// <summary>The application.</summary>
    public required ApplicationModel Application { get; init; }

    /// <summary>The property that describes the application to the runtime; empty if the annotated class has it.</summary>
    public required string Descriptor { get; init; }

    // Another part of the class describes the application.
    private bool HasOpenApi => Application.OpenApi is not null;

    private string ApplicationReference => Application.IsReachable ? $"{Application.FullName}.{Application.Descriptor}" : "Application";

    private string ClientReference => Application.IsReachable ? $"{Application.FullName}.{Application.Client.Name}" : "Client";

    private IReadOnlyList<ScopeModel> Guards => [.. Application.Scopes.Where(scope => scope.Guard is not null)];
}
