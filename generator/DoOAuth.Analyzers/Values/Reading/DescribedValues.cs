using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>What members of libraries return, as the libraries' builds described it.</summary>
internal static class DescribedValues
{
    /// <summary>The described values; none if none are described, or if values of this kind are not; null if that is out of reach.</summary>
    public static ImmutableArray<T>? Of<T>(ISymbol member, MemberBodies bodies) => bodies.DescribedBy(member) is not { } described ? null
        : typeof(T) == typeof(TextPattern) ? [.. described.Select(request => (T)(object)request.Address)]
        : typeof(T) == typeof(VerbPattern) ? [.. described.Select(request => (T)(object)request.Verb)]
        : typeof(T) == typeof(RequestPattern) ? [.. described.Select(request => (T)(object)request)]
        : [];
}
