using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Flow;

/// <summary>What happens to one variable in one function, in the order of its graph.</summary>
/// <param name="function">The function.</param>
internal sealed class FunctionSteps(IOperation function)
{
    private readonly SortedDictionary<int, List<FlowStep>> _ofBlocks = [];
    private readonly List<IOperation> _changes = [];
    private readonly List<FunctionSteps> _inner = [];
    private ImmutableArray<IOperation> _allChanges;

    /// <summary>The function's graph; null if there is none.</summary>
    public FlowGraph? Graph { get; } = FlowGraph.Of(function);

    /// <summary>The first and the last block in which something happens; null for none.</summary>
    public (int First, int Last)? Range => _ofBlocks.Count == 0 ? null : (_ofBlocks.Keys.First(), _ofBlocks.Keys.Last());

    /// <summary>All operations that change the variable if the function runs: its own, and those of the functions that are made or called in it.</summary>
    public ImmutableArray<IOperation> AllChanges => _allChanges.IsDefault ? _allChanges = FindAllChanges() : _allChanges;

    /// <summary>What happens in a block.</summary>
    public IReadOnlyList<FlowStep> In(int block) => _ofBlocks.TryGetValue(block, out var steps) ? steps : [];

    /// <summary>Adds what an operation does.</summary>
    public void Add(FlowStepKind kind, IOperation operation, FunctionSteps? inner = null)
    {
        if (kind == FlowStepKind.Change)
        {
            _changes.Add(operation);
        }

        if (inner is not null)
        {
            _inner.Add(inner);
        }

        if (Graph?.PositionOf(operation.Syntax) is not { } position)
        {
            return;
        }

        if (!_ofBlocks.TryGetValue(position.Block, out var steps))
        {
            _ofBlocks.Add(position.Block, steps = []);
        }

        // They come nearly in order.
        var step = new FlowStep(kind, operation, position.Order, inner);
        var index = steps.Count;
        while (index > 0 && steps[index - 1].Order > step.Order)
        {
            index--;
        }

        steps.Insert(index, step);
    }

    private ImmutableArray<IOperation> FindAllChanges()
    {
        var changes = ImmutableArray.CreateBuilder<IOperation>();
        var (seen, open) = (new HashSet<FunctionSteps>(), new Stack<FunctionSteps>([this]));
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (seen.Add(next))
            {
                changes.AddRange(next._changes);
                next._inner.ForEach(open.Push);
            }
        }

        return changes.ToImmutable();
    }
}
