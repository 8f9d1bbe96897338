using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>What is known about an argument that a method can pass to a call of the API. Values and symbols only.</summary>
/// <param name="Texts">Its values as text, of a string, a <c>Uri</c> or a request's address.</param>
/// <param name="Verbs">Its values as a verb, of a string, an <c>HttpMethod</c> or a request's verb.</param>
/// <param name="Requests">Its values as a request.</param>
/// <param name="Clients">Whose client it is.</param>
internal sealed record ArgumentValues(
    ImmutableArray<TextPattern> Texts,
    ImmutableArray<VerbPattern> Verbs,
    ImmutableArray<RequestPattern> Requests,
    ImmutableArray<ClientValue> Clients)
{
    /// <summary>What the constructor of the object was given, for each object that it may be; empty if that is not known.</summary>
    public ImmutableArray<CallArguments> Made { get; init; } = [];

    /// <summary>The parameter that has the object, if the caller was given it itself.</summary>
    public IParameterSymbol? Object { get; init; }

    /// <summary>The texts of its elements, if it is a collection that is written out; default if they are not known.</summary>
    public ImmutableArray<ImmutableArray<TextPattern>> Elements { get; init; }

    public static ArgumentValues Nothing { get; } = new([], [], [], []);
}
