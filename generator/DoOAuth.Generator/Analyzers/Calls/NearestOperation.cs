using DoOAuth.Catalog;

namespace DoOAuth.Generator.Analyzers.Calls;

/// <summary>Finds the operation that was probably meant. Asked only for what is about to be reported.</summary>
internal static class NearestOperation
{
    // Steps of distance: a whole segment too many or too few, and what is still near for a path of some segments.
    private const int SegmentStep = 4;
    private const int NearPerSegment = 2;

    /// <summary>Says for a request that DigitalOcean does not have what it has instead, as a sentence; empty where nothing is near.</summary>
    public static string To(string verb, IReadOnlyList<OperationSegment> segments)
    {
        var verbs = VerbsOf(segments);
        if (verbs.Count > 0)
        {
            return $"The path has {Words.List(verbs)}.";
        }

        var nearest = BundledCatalogs.Operations.Entries
            .Select(operation => (Operation: operation, Distance: Distance(segments, OperationIndex.SegmentsOf(operation.Path))))
            .Where(candidate => candidate.Distance <= NearPerSegment * (segments.Count + 1))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Operation.Method == verb ? 0 : 1)
            .ThenBy(candidate => candidate.Operation.IsDeprecated)
            .ThenBy(candidate => candidate.Operation.Line)
            .FirstOrDefault()
            .Operation;
        return nearest is null ? "" : $"The nearest is {nearest.Method} {nearest.Path}.";
    }

    /// <summary>Says what to call instead of a deprecated operation, as a sentence; empty where nothing is evident.</summary>
    public static string InsteadOf(OperationEntry deprecated)
    {
        var path = OperationIndex.SegmentsOf(deprecated.Path);
        var other = BundledCatalogs.Operations.Entries.FirstOrDefault(operation =>
            !operation.IsDeprecated
            && operation.Method == deprecated.Method
            && operation.Scopes.ToString() == deprecated.Scopes.ToString()
            && IsRenamed(path, OperationIndex.SegmentsOf(operation.Path)));
        return other is null ? "" : $"Call {other.Method} {other.Path} instead.";
    }

    private static List<string> VerbsOf(IReadOnlyList<OperationSegment> segments) =>
        [.. BundledCatalogs.OperationIndex.Verbs.Where(verb => BundledCatalogs.OperationIndex.Match(verb, segments) is { IsCertain: true, Operations.Count: 1 })];

    // The same but for one word that is the other's plural or the like, and perhaps a parameter behind it.
    private static bool IsRenamed(string[] path, string[] other)
    {
        var difference = 0;
        while (difference < path.Length && difference < other.Length && path[difference] == other[difference])
        {
            difference++;
        }

        if (difference >= path.Length || difference >= other.Length || EditDistance.Between(path[difference], other[difference]) > 3)
        {
            return false;
        }

        var (rest, otherRest) = (path.Skip(difference + 1).ToList(), other.Skip(difference + 1).ToList());
        return rest.SequenceEqual(otherRest)
            || (otherRest.Count == rest.Count + 1 && otherRest[0][0] == '{' && rest.SequenceEqual(otherRest.Skip(1)));
    }

    private static int Distance(IReadOnlyList<OperationSegment> segments, string[] path)
    {
        var previous = Enumerable.Range(0, path.Length + 1).Select(count => count * SegmentStep).ToArray();
        for (var row = 1; row <= segments.Count; row++)
        {
            var current = new int[path.Length + 1];
            current[0] = row * SegmentStep;
            for (var column = 1; column <= path.Length; column++)
            {
                current[column] = Math.Min(
                    previous[column - 1] + Distance(segments[row - 1], path[column - 1]),
                    Math.Min(previous[column], current[column - 1]) + SegmentStep);
            }

            previous = current;
        }

        return previous[path.Length];
    }

    private static int Distance(OperationSegment segment, string other) => (segment.IsLiteral, other[0] == '{') switch
    {
        (false, true) => 0,
        (true, true) => 2,
        (false, false) => SegmentStep + 1,
        _ => Math.Min(EditDistance.Between(segment.Start, other), SegmentStep + 1),
    };
}
