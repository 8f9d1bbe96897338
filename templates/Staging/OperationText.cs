using System.Text.RegularExpressions;
using DoOAuth.Catalog;

namespace DoOAuth.Templates.Staging;

/// <summary>An operation of DigitalOcean's API, as pieces of C#.</summary>
internal sealed partial class OperationText(OperationEntry operation)
{
    // Of the words that C# keeps for itself, those that could be the name of something in a path.
    private static readonly string[] Keywords = ["base", "case", "class", "default", "event", "in", "interface", "namespace", "object", "operator", "out", "params", "ref", "string", "switch"];

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

    /// <summary>The route of the app's endpoint: the same path, its parameters named as in C#.</summary>
    public string Route => Hole().Replace(operation.Path, match => $"{{{Camel(match.Groups[1].Value)}}}");

    /// <summary>The handler's parameters for the path, each with what separates it from the next.</summary>
    public string Parameters => string.Concat(Hole().Matches(operation.Path).Select(match => $"string {Identifier(match.Groups[1].Value)}, "));

    /// <summary>The address to call, with the query that the app was called with, as an expression.</summary>
    public string Address => $"$\"{Hole().Replace(operation.Path, match => $"{{DigitalOceanPath.Segment({Identifier(match.Groups[1].Value)})}}")}{{request.QueryString}}\"";

    /// <summary>The guards, with a bar where a line ends. Of scopes of which any will do, the first.</summary>
    public string Guards => operation.Scopes.AllOf.Count == 0
        ? ".RequireAuthorization()"
        : string.Join(" | ", Needed.Select(scope => $".Require{ScopeName.ToPascalCase(scope)}()"));

    /// <summary>What the annotated class has to declare.</summary>
    public string Declarations => operation.Scopes.AllOf.Count == 0
        ? "(nothing)"
        : string.Join(' ', Needed.Select(scope => $"[DigitalOceanScope({ScopeConstant.Of(scope)})]"));

    private IEnumerable<string> Needed => operation.Scopes.AllOf.Select(anyOf => anyOf[0]);

    private static string Identifier(string name) => Keywords.Contains(Camel(name), StringComparer.Ordinal) ? "@" + Camel(name) : Camel(name);

    private static string Camel(string name)
    {
        var pascal = ScopeName.ToPascalCase(name);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Hole();
}
