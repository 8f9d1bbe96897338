namespace DoOAuth.Catalog;

/// <summary>The possible continuations of the start of a path, for one verb.</summary>
internal sealed class OperationNode
{
    private readonly Dictionary<string, OperationNode> _literals = new(StringComparer.Ordinal);
    private OperationNode? _parameter;
    private OperationEntry? _operation;

    /// <summary>Adds an operation below this node.</summary>
    public void Add(OperationEntry operation)
    {
        var node = this;
        foreach (var segment in OperationIndex.SegmentsOf(operation.Path))
        {
            if (segment[0] == '{')
            {
                node = node._parameter ??= new OperationNode();
            }
            else if (node._literals.TryGetValue(segment, out var next))
            {
                node = next;
            }
            else
            {
                node._literals.Add(segment, next = new OperationNode());
                node = next;
            }
        }

        node._operation ??= operation;
    }

    /// <summary>
    /// Collects the operations that the segments from the given one on can mean. A known segment is preferably a literal, and
    /// otherwise a parameter's value. An unknown segment is preferably a parameter's value, and otherwise one of the literals.
    /// </summary>
    /// <returns>Whether the collected operations are certainly all that can match.</returns>
    public bool Match(IReadOnlyList<OperationSegment> segments, int index, ISet<OperationEntry> found)
    {
        if (index == segments.Count)
        {
            return _operation is null || found.Add(_operation);
        }

        var segment = segments[index];
        return segment.IsLiteral ? MatchLiteral(segments, index, found)
            : index == segments.Count - 1 && segment.IsOpen ? MatchOpen(segment, found)
            : MatchHole(segments, index, found);
    }

    private bool MatchLiteral(IReadOnlyList<OperationSegment> segments, int index, ISet<OperationEntry> found)
    {
        var before = found.Count;
        var certain = !_literals.TryGetValue(segments[index].Start, out var next) || next.Match(segments, index + 1, found);
        return found.Count == before && certain && _parameter is not null ? _parameter.Match(segments, index + 1, found) : certain;
    }

    private bool MatchHole(IReadOnlyList<OperationSegment> segments, int index, ISet<OperationEntry> found)
    {
        var before = found.Count;
        var certain = _parameter is null || _parameter.Match(segments, index + 1, found);
        if (found.Count > before || !certain)
        {
            return certain;
        }

        var segment = segments[index];
        var fitting = segment is { IsValue: true, IsHole: true }
            ? []
            : _literals.Where(literal => segment.Fits(literal.Key)).Select(literal => literal.Value).ToList();
        foreach (var next in fitting)
        {
            certain &= next.Match(segments, index + 1, found);
        }

        if (index < segments.Count - 1 || segment.IsValue)
        {
            return certain && found.Count == before;
        }

        // The last of them can contain several segments.
        if (found.Count > before)
        {
            fitting.ForEach(next => next.CollectBelow(found));
        }

        return fitting.Count == 0;
    }

    private bool MatchOpen(OperationSegment segment, ISet<OperationEntry> found)
    {
        var fitting = _literals.Where(literal => segment.Fits(literal.Key)).Select(literal => literal.Value).ToList();
        if (fitting.Count == 0 && segment.Holes == 1)
        {
            return _parameter is null || _parameter.Match([], 0, found);
        }

        fitting.ForEach(next => next.CollectBelow(found));
        if (segment.Start.Length == 0)
        {
            _parameter?.CollectBelow(found);
        }
        else
        {
            _parameter?.Match([], 0, found);
        }

        return false;
    }

    private void CollectBelow(ISet<OperationEntry> found)
    {
        if (_operation is not null)
        {
            found.Add(_operation);
        }

        _parameter?.CollectBelow(found);
        foreach (var next in _literals.Values)
        {
            next.CollectBelow(found);
        }
    }
}
