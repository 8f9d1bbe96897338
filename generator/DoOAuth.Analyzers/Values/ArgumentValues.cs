using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>What is known about an argument that a method can pass to a call of the API. Values and symbols only.</summary>
/// <param name="Texts">Its values as text, of a string, a <c>Uri</c> or a request's address.</param>
/// <param name="Verbs">Its values as a verb, of a string, an <c>HttpMethod</c> or a request's verb.</param>
/// <param name="Requests">Its values as a request.</param>
/// <param name="Client">The static type of a client, before it was converted to the parameter's.</param>
/// <param name="ClientParameter">The caller's own parameter, where the client is one that is declared as plain <c>HttpClient</c>.</param>
internal sealed record ArgumentValues(
    ImmutableArray<TextPattern> Texts,
    ImmutableArray<VerbPattern> Verbs,
    ImmutableArray<RequestPattern> Requests,
    ITypeSymbol? Client = null,
    IParameterSymbol? ClientParameter = null)
{
    public static ArgumentValues Nothing { get; } = new([], [], []);
}
