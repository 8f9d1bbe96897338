using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DoOAuth.Analyzers.Flow;

/// <summary>
/// Carries what is known along the paths of a function until nothing changes: through branches, loops and jumps, from anywhere in a <c>try</c> to its
/// handlers, and through each <c>finally</c> on the way out.
/// </summary>
/// <typeparam name="TState">What is known at a place. <see cref="Join"/> orders its values; there are no endless chains of them.</typeparam>
/// <param name="graph">The function.</param>
internal abstract class ForwardFlow<TState>(FlowGraph graph)
    where TState : class
{
    private Part? _part;

    /// <summary>Runs through the function.</summary>
    /// <param name="entry">What is known at its beginning.</param>
    /// <returns>What is known at its end; null if it never comes there.</returns>
    public TState? Run(TState entry)
    {
        var last = graph.Blocks.Length - 1;
        return RunPart(0, last, entry).In[last];
    }

    /// <summary>Runs through a part of the function. Nothing else is told of it than what happens in it.</summary>
    /// <param name="first">The first block.</param>
    /// <param name="last">The last block.</param>
    /// <param name="entry">What is known wherever the part is entered.</param>
    public void Run(int first, int last, TState entry) => RunPart(first, last, entry);

    /// <summary>What is known where two paths meet: the first itself if the second adds nothing.</summary>
    protected abstract TState Join(TState first, TState second);

    /// <summary>What is known after a block; null if the function does not come there.</summary>
    /// <param name="block">The block.</param>
    /// <param name="state">What is known before it.</param>
    protected abstract TState? Through(BasicBlock block, TState state);

    /// <summary>What is known behind one of a block's branches; null if the function does not go there.</summary>
    /// <param name="block">The block.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="state">What is known after the block.</param>
    protected virtual TState? Along(BasicBlock block, ControlFlowBranch branch, TState state) => state;

    /// <summary>Says what is known in the middle of a block, where an exception may leave it.</summary>
    protected void MayThrow(BasicBlock block, TState state)
    {
        for (var region = block.EnclosingRegion; region.EnclosingRegion is { } around; region = around)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                foreach (var handler in around.NestedRegions)
                {
                    if (handler != region)
                    {
                        Merge(handler.FirstBlockOrdinal, state);
                    }
                }
            }
        }
    }

    // A "finally" is a part of its own. It is run where a branch leaves its "try", and for exceptions.
    private Part RunPart(int first, int last, TState entry)
    {
        var part = new Part(first, last, new TState?[last - first + 1], new TState?[last - first + 1]) { Around = _part };
        _part = part;
        for (var ordinal = first; ordinal <= last; ordinal++)
        {
            if (ordinal == first || graph.Blocks[ordinal].Predecessors.Any(before => before.Source.Ordinal < first))
            {
                part.In[ordinal - first] = entry;
            }
        }

        do
        {
            part.HasChanged = false;
            for (var ordinal = first; ordinal <= last; ordinal++)
            {
                var state = part.In[ordinal - first];
                if (state is null || ReferenceEquals(state, part.Done[ordinal - first]))
                {
                    continue;
                }

                part.Done[ordinal - first] = state;
                var block = graph.Blocks[ordinal];
                if (ordinal > first && FinallyAt(block) is { } handler)
                {
                    RunPart(handler.FirstBlockOrdinal, handler.LastBlockOrdinal, state);
                    continue;
                }

                MayThrow(block, state);
                if (Through(block, state) is { } after)
                {
                    Follow(block, block.ConditionalSuccessor, after);
                    Follow(block, block.FallThroughSuccessor, after);
                }
            }
        }
        while (part.HasChanged);
        _part = part.Around;
        return part;
    }

    private static ControlFlowRegion? FinallyAt(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null && region.FirstBlockOrdinal == block.Ordinal; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
            {
                return region;
            }
        }

        return null;
    }

    // As at the end of "while (true)".
    private static bool IsNeverTaken(BasicBlock block, ControlFlowBranch branch) =>
        block.ConditionKind != ControlFlowConditionKind.None
        && block.BranchValue?.ConstantValue is { HasValue: true, Value: bool constant }
        && branch.IsConditionalSuccessor != ((block.ConditionKind == ControlFlowConditionKind.WhenTrue) == constant);

    private void Follow(BasicBlock block, ControlFlowBranch? branch, TState after)
    {
        if (branch is null || IsNeverTaken(block, branch) || Along(block, branch, after) is not { } state)
        {
            return;
        }

        foreach (var handler in branch.FinallyRegions)
        {
            if (RunPart(handler.FirstBlockOrdinal, handler.LastBlockOrdinal, state).Left is not { } left)
            {
                return;
            }

            state = left;
        }

        if (branch.Destination is { } destination)
        {
            Merge(destination.Ordinal, state);
        }
        else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            _part!.Left = _part.Left is { } left ? Join(left, state) : state;
        }
    }

    private void Merge(int ordinal, TState state)
    {
        for (var part = _part; part is not null; part = part.Around)
        {
            if (ordinal >= part.First && ordinal <= part.Last)
            {
                var known = part.In[ordinal - part.First];
                var joined = known is null ? state : Join(known, state);
                if (!ReferenceEquals(known, joined))
                {
                    part.In[ordinal - part.First] = joined;
                    part.HasChanged = true;
                }

                return;
            }
        }
    }

    // A range of blocks, with what is known at the beginning of each, and for what it has been run.
    private sealed record Part(int First, int Last, TState?[] In, TState?[] Done)
    {
        public Part? Around { get; init; }

        public bool HasChanged { get; set; }

        // What is known where a "finally" is left.
        public TState? Left { get; set; }
    }
}
