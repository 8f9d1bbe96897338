using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DoOAuth.Analyzers.Flow;

/// <summary>Carries the definitions of one variable through one run of a function.</summary>
/// <param name="definitions">Takes what is found.</param>
/// <param name="function">The function.</param>
/// <param name="graph">Its graph.</param>
/// <param name="calls">The calls that lead to this run, the last first.</param>
/// <param name="mayRepeat">Whether the function may run several times in the same way.</param>
internal sealed class ReachingFlow(VariableDefinitions definitions, FunctionSteps function, FlowGraph graph, ImmutableStack<FlowStep> calls, bool mayRepeat) : ForwardFlow<ReachingState>(graph)
{
    private readonly FlowGraph _graph = graph;

    /// <summary>What is known where the function returns false, which does not count as its end; null if it never does.</summary>
    public ReachingState? AfterRefusals { get; private set; }

    /// <inheritdoc/>
    protected override ReachingState Join(ReachingState first, ReachingState second) => first.With(second);

    /// <inheritdoc/>
    protected override ReachingState? Through(BasicBlock block, ReachingState state)
    {
        foreach (var step in function.In(block.Ordinal))
        {
            switch (step.Kind)
            {
                case FlowStepKind.Use:
                    definitions.Reach(step.Operation, state);
                    break;
                case FlowStepKind.Change:
                    state = Change(definitions.Define(calls, step.Operation, MayRepeat(block), state), state);
                    break;
                case FlowStepKind.Function:
                    state = Keep(step.Function!, state);
                    break;
                default:
                    if (Call(step, MayRepeat(block), state) is not { } after)
                    {
                        return null;
                    }

                    state = after;
                    break;
            }

            MayThrow(block, state);
        }

        return state;
    }

    /// <inheritdoc/>
    protected override ReachingState? Along(BasicBlock block, ControlFlowBranch branch, ReachingState state)
    {
        if (definitions.Decision is { } decision && !decision.MayTake(_graph, block, branch))
        {
            return null;
        }

        if (calls.IsEmpty && branch.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue?.ConstantValue is { HasValue: true, Value: false })
        {
            AfterRefusals = AfterRefusals?.With(state) ?? state;
            return null;
        }

        if (block is not { BranchValue: { } condition, ConditionKind: not ControlFlowConditionKind.None })
        {
            return state;
        }

        var isTrue = branch.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        var values = DefinitionTest.Passing(state.Values, condition, isTrue, definitions.Variable);
        return values.Length == state.Values.Length ? state : values.IsEmpty ? null : state with { Values = values };
    }

    private bool MayRepeat(BasicBlock block) => mayRepeat || _graph.IsInCycle(block.Ordinal);

    private ReachingState Change(Definition definition, ReachingState state)
    {
        ImmutableArray<Definition> values = [definition];
        foreach (var live in state.Live)
        {
            definitions.Enter(live, values);
            values = ReachingState.Union(values, definitions.AllOf(live));
        }

        return state with { Values = values };
    }

    // It can run at once, later, several times, or never.
    private ReachingState Keep(FunctionSteps made, ReachingState state)
    {
        var own = definitions.AllOf(made);
        var (values, live) = (ReachingState.Union(state.Values, own), ReachingState.Union(state.Live, [made]));
        definitions.Enter(made, values);
        foreach (var other in own.IsEmpty ? [] : state.Live)
        {
            definitions.Enter(other, own);
        }

        return new ReachingState(values, live);
    }

    // One that calls itself may do anything that it does.
    private ReachingState? Call(FlowStep call, bool isRepeated, ReachingState state)
    {
        if (call.Function is not { Graph: { } called } target)
        {
            return state;
        }

        if (calls.Any(outer => outer.Function == target) || !definitions.MayRun())
        {
            var values = ReachingState.Union(state.Values, definitions.AllOf(target));
            definitions.Enter(target, values);
            return state with { Values = values };
        }

        return new ReachingFlow(definitions, target, called, calls.Push(call), isRepeated).Run(state);
    }
}
