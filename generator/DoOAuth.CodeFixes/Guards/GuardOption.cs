using System.Collections.Immutable;
using DoOAuth.CodeFixes.Choices;
using Microsoft.CodeAnalysis;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>One way to fix a report: guards to call on an endpoint.</summary>
/// <param name="Document">The endpoint's document.</param>
/// <param name="Chain">The endpoint.</param>
/// <param name="Guards">The guards' names.</param>
/// <param name="Namespaces">The namespaces that must be imported for them.</param>
internal sealed record GuardOption(Document Document, EndpointChain Chain, ImmutableArray<string> Guards, ImmutableArray<string> Namespaces)
{
    /// <summary>The calls as they are written.</summary>
    public string Calls { get; } = string.Concat(Guards.Select(guard => $".{guard}()"));

    /// <summary>The choice that this option means among the report's options.</summary>
    public Choice Among(IReadOnlyList<GuardOption> options, string variant) =>
        new(variant, Application: null, options.Count > 1 ? Calls : null);
}
