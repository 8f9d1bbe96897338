using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>
/// Follows the values of a local or a parameter through the body around one use of it. Values that are overwritten before the use,
/// or assigned in another branch, do not count. If in doubt, it finds too many values.
/// </summary>
/// <param name="use">The use.</param>
/// <param name="variable">The variable.</param>
/// <param name="assigned">
/// The values of the variable after an operation, given those before it; null for an operation that does not change it. The flag specifies whether it
/// may run several times.
/// </param>
/// <param name="mayGoOn">Whether another operation may be looked at. If not, there are no values.</param>
internal sealed class VariableFlow<T>(IOperation use, ISymbol variable, Func<IOperation, ImmutableArray<T>, bool, ImmutableArray<T>?> assigned, Func<bool> mayGoOn)
{
    private readonly HashSet<T> _found = [];
    private readonly HashSet<T> _everything = [];
    private ImmutableArray<T>? _exits;
    private ImmutableArray<T>? _jumps;
    private int _functions;
    private int _functionsAtValue;
    private int _loops;
    private bool _isUsedLater;
    private bool _isCutOff;
    private bool _mayGoBack;
    private VariableMentions _mentions = null!;
    private CalledFunctions _called = null!;
    private ImmutableArray<T>? _returns;

    /// <summary>The values that the variable can have at the use.</summary>
    /// <param name="initial">The value of a parameter at the beginning.</param>
    public ImmutableArray<T> AtUse(params ImmutableArray<T> initial)
    {
        var scope = VariableScope.Of(use, variable);
        _mentions = VariableMentions.In(scope.Syntax, variable.Name);
        if (initial.Length > 0 && !_mentions.MayChange)
        {
            return initial;
        }

        _called = CalledFunctions.In(scope.Syntax, _mentions);
        _everything.UnionWith(initial);
        _mayGoBack = MayRepeat(scope);
        Run(scope, initial);
        if (_jumps is not null)
        {
            // A jump may go back.
            _mayGoBack = true;
            Run(scope, initial);
            Run(scope, initial);
        }

        return _isCutOff ? [] : [.. _found];
    }

    // Whether the use can come after what is written below it.
    private bool MayRepeat(IOperation scope)
    {
        for (var around = use; around is not null && around != scope; around = around.Parent)
        {
            if (around is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    // There is no state if the code is unreachable.
    private ImmutableArray<T>? Run(IOperation? operation, ImmutableArray<T>? state) => operation switch
    {
        null => state,
        _ when _isCutOff || !mayGoOn() => CutOff(),
        // Most statements do not use the variable.
        IExpressionStatementOperation or IVariableDeclarationGroupOperation when !Concerns(operation) => state,
        ILocalFunctionOperation function when _called.AreAllCallsOf(function.Symbol.Name) => RunFunction(function.Body, [.. _everything], state) is var _ ? state : null,
        ILocalFunctionOperation function => RunFunction(function.Body, [.. _everything], state),
        ILabeledOperation label => Run(label.Operation, Join(state, _jumps)),
        _ when state is null => null,
        IAnonymousFunctionOperation function => RunFunction(function.Body, state.Value, state),
        IInvocationOperation call when CalledFunctions.BodyOf(call) is { } body && Concerns(body) => RunCall(body, Run(call.ChildOperations, state)),
        IConditionalOperation { Condition: var condition, WhenTrue: var whenTrue, WhenFalse: var whenFalse } =>
            Run(condition, state) is var tested ? Join(Run(whenTrue, tested), Run(whenFalse, tested)) : null,
        ISwitchOperation choice => RunSwitch(choice, state),
        ISwitchExpressionOperation choice => RunSwitch(choice, state),
        ICoalesceOperation coalesce => RunMaybe(coalesce.WhenNull, Run(coalesce.Value, state)),
        IConditionalAccessOperation access => RunMaybe(access.WhenNotNull, Run(access.Operation, state)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } condition =>
            RunMaybe(condition.RightOperand, Run(condition.LeftOperand, state)),
        ILoopOperation loop => RunLoop(loop, state),
        ITryOperation attempt => RunTry(attempt, state),
        IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } => Keep(ref _exits, state),
        IBranchOperation { BranchKind: BranchKind.GoTo } => Keep(ref _jumps, state),
        IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } => Keep(ref _returns, Run(operation.ChildOperations, state)),
        IThrowOperation => Run(operation.ChildOperations, state) is var _ ? null : null,
        _ => Assign(operation, Run(operation.ChildOperations, state)),
    };

    private ImmutableArray<T>? Run(IEnumerable<IOperation> operations, ImmutableArray<T>? state)
    {
        foreach (var operation in operations)
        {
            state = Run(operation, state);
        }

        return state;
    }

    private ImmutableArray<T>? Assign(IOperation operation, ImmutableArray<T>? state)
    {
        if (state is not { } values)
        {
            return null;
        }

        if (operation.Kind == use.Kind && operation.Syntax == use.Syntax)
        {
            _found.UnionWith(values);
            _isUsedLater |= _functions > _functionsAtValue;
        }
        else if (!_mayGoBack && _called.Running.Count == 0 && operation.Syntax.Span.End > use.Syntax.SpanStart)
        {
            // It comes too late. To read it anyway would lead in circles.
            return state;
        }
        else if (assigned(operation, values, _loops > 0 || _functions > 0) is { } newValues)
        {
            _everything.UnionWith(newValues);
            _functionsAtValue = _functions;
            if (_isUsedLater)
            {
                _found.UnionWith(newValues);
            }

            return newValues;
        }

        return state;
    }

    private ImmutableArray<T>? CutOff()
    {
        _isCutOff = true;
        return null;
    }

    // A local function or a lambda that is called here, and may change the variable.
    private bool Concerns(IOperation operation) => _mentions.IsIn(operation.Syntax.Span) || _called.IsIn(operation.Syntax.Span);

    // What is called here runs here. One that calls itself may do anything that it does.
    private ImmutableArray<T>? RunCall(IOperation body, ImmutableArray<T>? state)
    {
        if (state is null || !_called.Running.Add(body.Syntax))
        {
            return Join(state, [.. _everything]);
        }

        var (exits, returns) = (_exits, _returns);
        (_exits, _returns) = (null, null);
        var left = Join(Run(body, state), _returns);
        (_exits, _returns) = (exits, returns);
        _called.Running.Remove(body.Syntax);
        return left;
    }

    // It can run at any time after it was created, or never.
    private ImmutableArray<T>? RunFunction(IOperation? body, ImmutableArray<T> atStart, ImmutableArray<T>? state)
    {
        var (exits, returns, loops, before) = (_exits, _returns, _loops, _everything.Count);
        (_exits, _returns, _loops) = (null, null, 0);
        _functions++;
        Run(body, atStart);
        _functions--;
        (_exits, _returns, _loops) = (exits, returns, loops);
        return _everything.Count == before ? state : Join(state, [.. _everything]);
    }

    private ImmutableArray<T>? RunMaybe(IOperation operation, ImmutableArray<T>? state) => Join(state, Run(operation, state));

    private ImmutableArray<T>? RunSwitch(ISwitchOperation choice, ImmutableArray<T>? state)
    {
        var exits = _exits;
        _exits = null;
        state = Run(choice.Value, state);
        var result = choice.Cases.Any(section => section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default)) ? null : state;
        foreach (var section in choice.Cases)
        {
            result = Join(result, Run(section.Body, Join(Run(section.Clauses, state), _jumps)));
        }

        result = Join(result, _exits);
        _exits = exits;
        return result;
    }

    private ImmutableArray<T>? RunSwitch(ISwitchExpressionOperation choice, ImmutableArray<T>? state)
    {
        state = Run(choice.Value, state);
        ImmutableArray<T>? result = null;
        foreach (var arm in choice.Arms)
        {
            result = Join(result, Run(arm.ChildOperations, state));
        }

        return result;
    }

    private ImmutableArray<T>? RunLoop(ILoopOperation loop, ImmutableArray<T>? state)
    {
        var exits = _exits;
        _exits = null;
        _loops++;
        state = Join(state, Join(Run(loop.ChildOperations, state), _exits));
        state = Join(state, Join(Run(loop.ChildOperations, state), _exits));
        _loops--;
        _exits = exits;
        return state;
    }

    private ImmutableArray<T>? RunTry(ITryOperation attempt, ImmutableArray<T>? state)
    {
        var result = Run(attempt.Body, state);
        var caught = Join(state, result);
        foreach (var handler in attempt.Catches)
        {
            result = Join(result, Run(handler, caught));
        }

        return attempt.Finally is null ? result : Run(attempt.Finally, result ?? caught) is { } left && result is not null ? left : null;
    }

    // It goes on elsewhere. To which label is not looked at: any may be it.
    private static ImmutableArray<T>? Keep(ref ImmutableArray<T>? kept, ImmutableArray<T>? state)
    {
        kept = Join(kept, state);
        return null;
    }

    private static ImmutableArray<T>? Join(ImmutableArray<T>? first, ImmutableArray<T>? second) =>
        first is not { } some ? second : second is not { } others ? first : [.. some.Union(others)];
}
