using DoOAuth.Catalog;

namespace DoOAuth.Templates.Staging;

/// <summary>An operation of DigitalOcean's API, as pieces of C#.</summary>
internal sealed class OperationText(OperationEntry operation)
{
    /// <summary>The id in DigitalOcean's OpenAPI description, such as <c>droplets_get</c>.</summary>
    public string Id => operation.OperationId;

    /// <summary>The id as the name of a class.</summary>
    public string Name => ScopeName.ToPascalCase(operation.OperationId);

    /// <summary>What it does, in the list of choices.</summary>
    public string Description => $"{operation.Method} {operation.Path}" + (operation.Scopes.AllOf.Count == 0 ? "" : $" ({operation.Scopes})");

    public string Verb => operation.Method;

    /// <summary>The verb as in <c>MapGet</c> and <c>GetAsync</c>.</summary>
    public string Method => operation.Method[..1] + operation.Method[1..].ToLowerInvariant();

    public string Path => operation.Path;

    /// <summary>The guards, with a bar where a line ends. Of scopes of which any will do, the first.</summary>
    public string Guards => operation.Scopes.AllOf.Count == 0
        ? ".RequireAuthorization()"
        : string.Join(" | ", Needed.Select(scope => $".Require{ScopeName.ToPascalCase(scope)}()"));

    /// <summary>What the annotated class has to declare.</summary>
    public string Declarations => operation.Scopes.AllOf.Count == 0
        ? "(nothing)"
        : string.Join(' ', Needed.Select(scope => $"[DigitalOceanScope({ScopeConstant.Of(scope)})]"));

    private IEnumerable<string> Needed => operation.Scopes.AllOf.Select(anyOf => anyOf[0]);
}
