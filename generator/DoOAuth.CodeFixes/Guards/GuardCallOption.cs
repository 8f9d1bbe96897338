using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>Guards to call on an endpoint's builder.</summary>
/// <param name="Document">The endpoint's document.</param>
/// <param name="Chain">The endpoint.</param>
/// <param name="Guards">The guards' names.</param>
/// <param name="Namespaces">The namespaces that must be imported for them.</param>
internal sealed record GuardCallOption(Document Document, EndpointChain Chain, ImmutableArray<string> Guards, ImmutableArray<string> Namespaces)
    : GuardOption(Document, Chain.End, Guards)
{
    /// <inheritdoc/>
    public override string Text { get; } = string.Concat(Guards.Select(guard => $".{guard}()"));
}
