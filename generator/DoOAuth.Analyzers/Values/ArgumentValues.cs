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

    /// <summary>Whether callers decide on a part of it.</summary>
    public bool HasParameters => Object is not null
        || Texts.Any(text => text.HasParameters)
        || Verbs.Any(verb => verb.HasParameters)
        || Requests.Any(request => request.HasParameters)
        || Clients.Any(client => client.HasParameters)
        || Made.Any(made => made.HasParameters)
        || (!Elements.IsDefault && Elements.Any(element => element.Any(text => text.HasParameters)));

    /// <summary>The same where what depends on a call's arguments is known.</summary>
    public ArgumentValues Substitute(CallArguments arguments) => !HasParameters ? this : new(Substituted(Texts, arguments), Substituted(Verbs, arguments), Substituted(Requests, arguments), Substituted(Clients, arguments))
    {
        Made = Object is null ? [.. Made.Select(made => made.Substitute(arguments))] : arguments.TryGet(Object, out var given) ? given.Made : [],
        Object = Object is null ? null : arguments.ObjectFor(Object),
        Elements = Elements.IsDefault ? default : [.. Elements.Select(element => Substituted(element, arguments))],
    };

    /// <summary>The values of either.</summary>
    public ArgumentValues Or(ArgumentValues other) =>
        new([.. Texts.Union(other.Texts)], [.. Verbs.Union(other.Verbs)], [.. Requests.Union(other.Requests)], [.. Clients.Union(other.Clients)]);

    private static ImmutableArray<T> Substituted<T>(ImmutableArray<T> values, CallArguments arguments)
        where T : IOpenValue<T> => [.. values.SelectMany(value => value.Substitute(arguments)).Distinct()];

    public static ArgumentValues Nothing { get; } = new([], [], [], []);
}
