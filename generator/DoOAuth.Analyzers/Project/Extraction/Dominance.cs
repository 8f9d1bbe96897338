using System.Runtime.CompilerServices;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>
/// Whether one operation of a method always runs when another one does: no branch, exit, loop or lambda leads around it. A loop through a list that is
/// written out runs at least once, and one through a parameter has nothing to do for an empty list.
/// </summary>
internal static class Dominance
{
    private static readonly ConditionalWeakTable<FlowGraph, PostDominators> Known = new();

    /// <summary>Whether the operation runs whenever the other one does.</summary>
    public static bool RunsWith(IOperation operation, IOperation other)
    {
        // What a lambda does counts as done where the lambda is made.
        var function = FlowGraph.FunctionAround(operation);
        var made = other;
        while (FlowGraph.FunctionAround(made) is var around && around != function)
        {
            if (around.Parent is null)
            {
                return false;
            }

            made = around;
        }

        return IsAlwaysAfter(function, operation.Syntax, made.Syntax);
    }

    /// <summary>Whether the operation runs whenever a lambda or a local function does, or the body of a <c>foreach</c>; null for the method.</summary>
    public static bool AlwaysRunsIn(IOperation? code, IOperation operation)
    {
        var function = FlowGraph.FunctionAround(operation);
        return code switch
        {
            null => function.Parent is null && IsAlwaysAfter(function, operation.Syntax, start: null),
            _ when FlowGraph.IsFunction(code) => function == code && IsAlwaysAfter(function, operation.Syntax, start: null),
            // A round begins where the loop's variable gets its value.
            { Parent: IForEachLoopOperation { LoopControlVariable.Syntax: var element } } => code.Syntax.Span.Contains(operation.Syntax.Span) && IsAlwaysAfter(function, operation.Syntax, element),
            _ => false,
        };
    }

    private static bool IsAlwaysAfter(IOperation function, SyntaxNode operation, SyntaxNode? start)
    {
        if (FlowGraph.Of(function) is not { } graph || graph.PositionOf(operation) is not { } position)
        {
            return false;
        }

        var first = start is null ? 0 : graph.PositionOf(start)?.Block ?? 0;
        return position.Block == first || Known.GetValue(graph, static graph => new PostDominators(graph, block => IsEntered(block, graph))).IsAlwaysAfter(position.Block, first);
    }

    private static bool IsEntered(BasicBlock block, FlowGraph graph) =>
        block.BranchValue is { } condition
        && graph.Function.SemanticModel is { } model
        && BranchConditions.CollectionOf(condition, model) is { } collection
        && (Branches.Unconverted(collection) is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { Name: not ("Main" or "<Main>$") } } || !ValueReader.OfFile().Collections.ElementsOf(collection).IsEmpty);
}
