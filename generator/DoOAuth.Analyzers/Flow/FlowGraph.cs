using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Flow;

/// <summary>The control flow graph of one function: a member, a lambda or a local function, with the places of its operations.</summary>
internal sealed class FlowGraph
{
    // One for all that is asked about a function. It is gone with the compiler's operations.
    private static readonly ConditionalWeakTable<IOperation, StrongBox<FlowGraph?>> Known = new();

    private readonly ControlFlowGraph _graph;
    private readonly Dictionary<SyntaxNode, FlowPosition> _positions = [];
    private readonly Dictionary<SyntaxNode, IFlowAnonymousFunctionOperation> _lambdas = [];
    private bool[]? _isInCycle;

    private FlowGraph(IOperation function, ControlFlowGraph graph)
    {
        (Function, _graph) = (function, graph);
        var order = 0;
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                Place(operation, block.Ordinal, operation, ref order);
            }

            if (block.BranchValue is { } value)
            {
                Place(value, block.Ordinal, value, ref order);
            }
        }
    }

    /// <summary>The function.</summary>
    public IOperation Function { get; }

    /// <summary>The blocks, in the order of the code: the first is the entry, the last the exit.</summary>
    public ImmutableArray<BasicBlock> Blocks => _graph.Blocks;

    /// <summary>The graph of a function; null if the compiler makes none of such code, or it is nested too deeply.</summary>
    public static FlowGraph? Of(IOperation function) => Known.GetValue(function, static function => new StrongBox<FlowGraph?>(Make(function))).Value;

    /// <summary>The function around an operation. One that is a function itself is not around itself.</summary>
    public static IOperation FunctionAround(IOperation operation)
    {
        var around = operation;
        while (around.Parent is { } parent)
        {
            around = parent;
            if (IsFunction(around))
            {
                break;
            }
        }

        return around;
    }

    /// <summary>Whether an operation is a lambda or a local function.</summary>
    public static bool IsFunction(IOperation operation) => operation is IAnonymousFunctionOperation or ILocalFunctionOperation;

    /// <summary>Where an operation of the function is; that of what contains it, if the compiler has no place for it. Null for none.</summary>
    public FlowPosition? PositionOf(SyntaxNode operation)
    {
        for (var around = operation; around is not null && Function.Syntax.Span.Contains(around.Span); around = around.Parent)
        {
            if (_positions.TryGetValue(around, out var position))
            {
                return position;
            }
        }

        return null;
    }

    /// <summary>Whether a block may run several times: it is in a loop, or between a label and a jump back to it.</summary>
    public bool IsInCycle(int block) => (_isInCycle ??= FindCycles())[block];

    // Blocks follow each other as the code does, so only a jump back makes a cycle.
    private bool[] FindCycles()
    {
        var isInCycle = new bool[Blocks.Length];
        foreach (var block in Blocks)
        {
            foreach (var target in new[] { block.ConditionalSuccessor?.Destination, block.FallThroughSuccessor?.Destination })
            {
                for (var ordinal = target?.Ordinal ?? int.MaxValue; ordinal <= block.Ordinal; ordinal++)
                {
                    isInCycle[ordinal] = true;
                }
            }
        }

        return isInCycle;
    }

    private static FlowGraph? Make(IOperation function)
    {
        try
        {
            var graph = function switch
            {
                IAnonymousFunctionOperation lambda when Of(FunctionAround(lambda)) is { } outer => outer._lambdas.TryGetValue(lambda.Syntax, out var found) ? outer._graph.GetAnonymousFunctionControlFlowGraph(found) : null,
                ILocalFunctionOperation { Symbol: var local } when Of(FunctionAround(function)) is { } outer => outer._graph.LocalFunctions.Contains(local) ? outer._graph.GetLocalFunctionControlFlowGraph(local) : null,
                IMethodBodyOperation { Parent: null } body => ControlFlowGraph.Create(body),
                IConstructorBodyOperation { Parent: null } body => ControlFlowGraph.Create(body),
                IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body),
                IFieldInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
                IPropertyInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
                IParameterInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
                IAttributeOperation { Parent: null } attribute => ControlFlowGraph.Create(attribute),
                _ => null,
            };
            return graph is null ? null : new FlowGraph(function, graph);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    // Parts come before the whole. What the compiler adds later for the same code, such as Dispose, does not count.
    private void Place(IOperation operation, int block, IOperation root, ref int order)
    {
        foreach (var part in operation.ChildOperations)
        {
            Place(part, block, root, ref order);
        }

        if (operation is IFlowAnonymousFunctionOperation lambda)
        {
            _lambdas[lambda.Syntax] = lambda;
        }

        order++;
        if (!_positions.TryGetValue(operation.Syntax, out var known) || ReferenceEquals(known.Root, root))
        {
            _positions[operation.Syntax] = new FlowPosition(block, order, root);
        }
    }
}
