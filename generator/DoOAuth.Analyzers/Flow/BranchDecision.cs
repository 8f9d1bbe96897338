using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DoOAuth.Analyzers.Flow;

/// <summary>Knows of some conditions whether they are true, so that only some of a function's paths can run.</summary>
internal abstract class BranchDecision
{
    private readonly Dictionary<FlowGraph, bool[]> _reachable = [];

    /// <summary>Whether a condition is true; null if that is not known.</summary>
    /// <param name="condition">The condition, as the graph has it.</param>
    /// <param name="model">Gives the meaning of what is written.</param>
    public abstract bool? Decide(IOperation condition, SemanticModel model);

    /// <summary>Whether a block may take one of its branches.</summary>
    public bool MayTake(FlowGraph graph, BasicBlock block, ControlFlowBranch branch) =>
        block is not { BranchValue: { } value, ConditionKind: not ControlFlowConditionKind.None }
        || graph.Function.SemanticModel is not { } model
        || Decide(value, model) is not { } isTrue
        || isTrue == (branch.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue));

    /// <summary>Whether an operation may run.</summary>
    public bool MayRun(IOperation operation) =>
        FlowGraph.Of(FlowGraph.FunctionAround(operation)) is not { } graph || graph.PositionOf(operation.Syntax) is not { } position || ReachableIn(graph)[position.Block];

    private bool[] ReachableIn(FlowGraph graph)
    {
        if (!_reachable.TryGetValue(graph, out var reachable))
        {
            _reachable.Add(graph, reachable = Search(graph, 0, MayTake));
        }

        return reachable;
    }

    /// <summary>The blocks that may run after one of them.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="first">The block.</param>
    /// <param name="mayTake">Whether a branch may be taken.</param>
    protected static bool[] Search(FlowGraph graph, int first, Func<FlowGraph, BasicBlock, ControlFlowBranch, bool> mayTake)
    {
        var reachable = new bool[graph.Blocks.Length];
        var open = new Stack<int>();
        Add(first);
        while (open.Count > 0)
        {
            var block = graph.Blocks[open.Pop()];
            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch?.Destination is { } next && mayTake(graph, block, branch))
                {
                    Add(next.Ordinal);
                }
            }

            // Anything in a "try" may lead to its handlers.
            for (var region = block.EnclosingRegion; region.EnclosingRegion is { } around; region = around)
            {
                if (region.Kind == ControlFlowRegionKind.Try)
                {
                    foreach (var handler in around.NestedRegions)
                    {
                        Add(handler.FirstBlockOrdinal);
                    }
                }
            }
        }

        return reachable;

        void Add(int block)
        {
            if (!reachable[block])
            {
                reachable[block] = true;
                open.Push(block);
            }
        }
    }
}
