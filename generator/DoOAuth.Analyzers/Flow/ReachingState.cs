using System.Collections.Immutable;

namespace DoOAuth.Analyzers.Flow;

/// <summary>What a variable may have at a place.</summary>
/// <param name="Values">The definitions of which one gave it its value.</param>
/// <param name="Live">The functions that can run at any time from here on.</param>
internal sealed record ReachingState(ImmutableArray<Definition> Values, ImmutableArray<FunctionSteps> Live)
{
    /// <summary>What may be in either; the first itself if the second adds nothing.</summary>
    public ReachingState With(ReachingState other)
    {
        var (values, live) = (Union(Values, other.Values), Union(Live, other.Live));
        return values.Length == Values.Length && live.Length == Live.Length ? this : new ReachingState(values, live);
    }

    /// <summary>What is in either; the first itself if the second adds nothing.</summary>
    public static ImmutableArray<T> Union<T>(ImmutableArray<T> first, ImmutableArray<T> second)
        where T : class
    {
        if (first.Equals(second))
        {
            return first;
        }

        var added = second.RemoveAll(first.Contains);
        return added.IsEmpty ? first : first.AddRange(added);
    }
}
