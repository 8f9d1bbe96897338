using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>A request as far as it can be read.</summary>
/// <param name="Verb">Its verb.</param>
/// <param name="Address">Its address.</param>
internal sealed record RequestPattern(VerbPattern Verb, TextPattern Address) : IOpenValue<RequestPattern>
{
    /// <summary>The operation, where the method that sends it names one; null for others.</summary>
    public DeclaredOperation? Declared { get; init; }

    public static RequestPattern Unknown { get; } = new(VerbPattern.Unknown, TextPattern.Hole);

    /// <summary>A request that callers pass.</summary>
    public static RequestPattern Of(IParameterSymbol parameter) => new(VerbPattern.Of(parameter), TextPattern.Of(parameter));

    /// <summary>
    /// The requests with verbs and addresses that were read separately. If there are several of both, it is not known which belong
    /// together, so each address gets all verbs.
    /// </summary>
    public static ImmutableArray<RequestPattern> Pair(ImmutableArray<VerbPattern> verbs, ImmutableArray<TextPattern> addresses) =>
        verbs.Length > 1 && addresses.Length > 1
            ? [.. addresses.Select(address => new RequestPattern(VerbPattern.AnyOf(verbs), address))]
            : [.. addresses.SelectMany(address => verbs.Select(verb => new RequestPattern(verb, address)))];

    /// <inheritdoc/>
    public bool HasParameters => Verb.HasParameters || Address.HasParameters;

    /// <inheritdoc/>
    public ImmutableArray<RequestPattern> Substitute(CallArguments arguments) =>
        Verb.Parameter is { } request
        && Address.IsParameter(out var address)
        && SymbolEqualityComparer.Default.Equals(request, address)
        && arguments.TryGet(request, out var values)
        && !values.Requests.IsEmpty
            ? values.Requests
            : Pair(Verb.Substitute(arguments), Address.Substitute(arguments));

    /// <inheritdoc/>
    public RequestPattern Through(IParameterSymbol parameter) => new(Verb.Through(parameter), Address.Through(parameter));
}
