using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;

namespace DoOAuth.Analyzers.Calls;

/// <summary>Finds the operation that was probably meant. Asked only for what is about to be reported.</summary>
internal static class NearestOperation
{
    // A whole segment too many or too few, and what is still near for a path of some segments.
    private const int SegmentStep = 4;
    private const int NearPerSegment = 2;

    // A word where the operation has a parameter; more than a slip of two letters within words.
    private const int WordForParameter = 3;
    private const int Slip = 2;

    private static readonly Lazy<(OperationEntry Operation, string[] Segments)[]> Operations = new(() =>
        [.. BundledCatalogs.Operations.Entries.Select(operation => (operation, OperationIndex.SegmentsOf(operation.Path)))]);

    /// <summary>
    /// Says for a request that DigitalOcean does not have what it has instead: the verbs of the path, the nearest operation, or
    /// both; empty if there is none. An operation of another method is not suggested, because it does something else.
    /// </summary>
    /// <param name="verb">The verb under which the operation would be listed.</param>
    /// <param name="segments">The path.</param>
    /// <param name="writtenVerb">The verb of the request, which the suggestion repeats.</param>
    public static string To(string verb, IReadOnlyList<OperationSegment> segments, string writtenVerb)
    {
        var verbs = VerbsOf(segments);
        var nearest = WithVersion(verb, segments) ?? Nearest(verb, segments, isVerbFixed: verbs.Count > 0);
        var sentences = new List<string>();
        if (verbs.Count > 0)
        {
            sentences.Add($"The path accepts {NameList.Of(verbs, quote: "")}.");
        }

        if (nearest is not null)
        {
            sentences.Add($"The nearest operation is {writtenVerb} {nearest.Path}.");
        }

        return string.Join(" ", sentences);
    }

    /// <summary>A sentence with the operation to call instead of a deprecated one; empty if there is no obvious one.</summary>
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

    private static OperationEntry? WithVersion(string verb, IReadOnlyList<OperationSegment> segments) =>
        BundledCatalogs.OperationIndex.Match(verb, [new OperationSegment("v2"), .. segments]) is { IsCertain: true, Operations: [var only] } ? only : null;

    // If the path exists for other verbs, another path is more likely only after a typo.
    private static OperationEntry? Nearest(string verb, IReadOnlyList<OperationSegment> segments, bool isVerbFixed)
    {
        var distances = new Dictionary<(int, string), int>();
        var nearest = Operations.Value
            .Where(candidate => !isVerbFixed || candidate.Operation.Method == verb)
            .Select(candidate => (candidate.Operation, Distance: Distance(segments, candidate.Segments, distances)))
            .Where(candidate => candidate.Distance <= (isVerbFixed ? Slip : NearPerSegment * (segments.Count + 1)))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Operation.Method == verb ? 0 : 1)
            .ThenBy(candidate => candidate.Operation.IsDeprecated)
            .ThenByDescending(candidate => Spelling.SharedPrefix("/" + string.Join("/", segments), candidate.Operation.Path))
            .ThenBy(candidate => candidate.Operation.Line)
            .FirstOrDefault()
            .Operation;
        return nearest?.Method == verb ? nearest : null;
    }

    // The same except for one word that is the plural of the other or similar, and possibly a parameter after it.
    private static bool IsRenamed(string[] path, string[] other)
    {
        var difference = 0;
        while (difference < path.Length && difference < other.Length && path[difference] == other[difference])
        {
            difference++;
        }

        if (difference >= path.Length || difference >= other.Length || Spelling.Distance(path[difference], other[difference]) > 3)
        {
            return false;
        }

        var (rest, otherRest) = (path.Skip(difference + 1).ToList(), other.Skip(difference + 1).ToList());
        return rest.SequenceEqual(otherRest)
            || (otherRest.Count == rest.Count + 1 && otherRest[0][0] == '{' && rest.SequenceEqual(otherRest.Skip(1)));
    }

    private static int Distance(IReadOnlyList<OperationSegment> segments, string[] path, Dictionary<(int, string), int> known)
    {
        var previous = Enumerable.Range(0, path.Length + 1).Select(count => count * SegmentStep).ToArray();
        var current = new int[path.Length + 1];
        for (var row = 1; row <= segments.Count; row++)
        {
            current[0] = row * SegmentStep;
            for (var column = 1; column <= path.Length; column++)
            {
                var key = (row, path[column - 1]);
                if (!known.TryGetValue(key, out var distance))
                {
                    known.Add(key, distance = Distance(segments[row - 1], path[column - 1]));
                }

                current[column] = Math.Min(previous[column - 1] + distance, Math.Min(previous[column], current[column - 1]) + SegmentStep);
            }

            (previous, current) = (current, previous);
        }

        return previous[path.Length];
    }

    private static int Distance(OperationSegment segment, string other) => (segment.IsLiteral, other[0] == '{') switch
    {
        (false, true) => 0,
        (true, true) => WordForParameter,
        (false, false) => SegmentStep + 1,
        _ when Math.Abs(segment.Start.Length - other.Length) > SegmentStep => SegmentStep + 1,
        _ => Math.Min(Spelling.Distance(segment.Start, other), SegmentStep + 1),
    };
}
