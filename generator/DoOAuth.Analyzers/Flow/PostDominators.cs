using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DoOAuth.Analyzers.Flow;

/// <summary>
/// Tells which blocks of a function every way to its end goes through. Ways that end in an exception do not count.
/// </summary>
internal sealed class PostDominators
{
    private readonly int[] _next;
    private readonly int[] _depth;

    /// <summary>Finds them.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="isEntered">Whether the loop whose condition a block has runs at least once.</param>
    public PostDominators(FlowGraph graph, Func<BasicBlock, bool> isEntered)
    {
        var last = graph.Blocks.Length - 1;
        var successors = Successors(graph, isEntered);
        var order = FromEnd(successors, last);
        var rank = new int[last + 1];
        for (var index = 0; index < order.Count; index++)
        {
            rank[order[index]] = index + 1;
        }

        // The next block that cannot be missed, by the method of Cooper, Harvey and Kennedy.
        (_next, _depth) = ([.. Enumerable.Repeat(-1, last + 1)], new int[last + 1]);
        _next[last] = last;
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            foreach (var block in order.Skip(1))
            {
                var next = -1;
                foreach (var successor in successors[block])
                {
                    if (_next[successor] >= 0)
                    {
                        next = next < 0 ? successor : Meet(next, successor, rank);
                    }
                }

                hasChanged |= _next[block] != next;
                _next[block] = next;
            }
        }

        foreach (var block in order.Skip(1))
        {
            _depth[block] = _depth[_next[block]] + 1;
        }
    }

    /// <summary>Whether each way from a block to the end goes through another one.</summary>
    public bool IsAlwaysAfter(int block, int start)
    {
        if (_next[block] < 0 || _next[start] < 0)
        {
            return false;
        }

        while (_depth[start] > _depth[block])
        {
            start = _next[start];
        }

        return start == block;
    }

    private int Meet(int first, int second, int[] rank)
    {
        while (first != second)
        {
            while (rank[first] > rank[second])
            {
                first = _next[first];
            }

            while (rank[second] > rank[first])
            {
                second = _next[second];
            }
        }

        return first;
    }

    // Blocks from which the end cannot be reached are not in it.
    private static List<int> FromEnd(List<int>[] successors, int last)
    {
        var before = new List<int>[successors.Length];
        for (var block = 0; block < successors.Length; block++)
        {
            before[block] = [];
        }

        for (var block = 0; block < successors.Length; block++)
        {
            successors[block].ForEach(successor => before[successor].Add(block));
        }

        var (left, seen) = (new List<int>(), new bool[successors.Length]);
        var open = new Stack<(int Block, int Next)>([(last, 0)]);
        seen[last] = true;
        while (open.Count > 0)
        {
            var (block, next) = open.Pop();
            if (next == before[block].Count)
            {
                left.Add(block);
                continue;
            }

            open.Push((block, next + 1));
            if (!seen[before[block][next]])
            {
                seen[before[block][next]] = true;
                open.Push((before[block][next], 0));
            }
        }

        left.Reverse();
        return left;
    }

    // A loop that is entered is left at the end of a round only.
    private static List<int>[] Successors(FlowGraph graph, Func<BasicBlock, bool> isEntered)
    {
        var successors = new List<int>[graph.Blocks.Length];
        for (var block = 0; block < successors.Length; block++)
        {
            successors[block] = [];
        }

        foreach (var block in graph.Blocks)
        {
            Add(block.FallThroughSuccessor);
            if (block.ConditionalSuccessor?.Destination is not { } left || !isEntered(block))
            {
                Add(block.ConditionalSuccessor);
                continue;
            }

            foreach (var before in block.Predecessors.Where(before => before.Source.Ordinal >= block.Ordinal))
            {
                successors[before.Source.Ordinal].Add(left.Ordinal);
            }

            void Add(ControlFlowBranch? branch)
            {
                if (branch is null)
                {
                    return;
                }

                var source = block.Ordinal;
                foreach (var handler in branch.FinallyRegions)
                {
                    successors[source].Add(handler.FirstBlockOrdinal);
                    source = handler.LastBlockOrdinal;
                }

                if (branch.Destination is { } destination)
                {
                    successors[source].Add(destination.Ordinal);
                }
            }
        }

        return successors;
    }
}
