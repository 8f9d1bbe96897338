using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Flow;

/// <summary>
/// Tells for each use of a variable which of its definitions reach it. It knows where values come from and not what they are, so it is made once for all
/// readers and all uses.
/// </summary>
internal sealed class VariableDefinitions
{
    // More than people write; a function that calls two others, which call two others, and so on, has more.
    private const int MostRuns = 10_000;

    private static readonly ConditionalWeakTable<IOperation, ConcurrentDictionary<(ISymbol Variable, bool ByCalls, BranchDecision? Decision), VariableDefinitions>> Known = new();

    private readonly bool _byCalls;
    private readonly VariableMentions _mentions;
    private readonly CalledFunctions _called;
    private readonly Dictionary<SyntaxNode, FunctionSteps> _functions = [];
    private readonly Dictionary<(ImmutableStack<FlowStep> Calls, IOperation Operation), Definition> _definitions = new(new ByPlace());
    private readonly Dictionary<SyntaxNode, ImmutableArray<Definition>> _reaching = [];
    private readonly Dictionary<Definition, ImmutableArray<Definition>> _before = [];
    private readonly Dictionary<FunctionSteps, ImmutableArray<Definition>> _entries = [];
    private readonly Queue<FunctionSteps> _grown = new();
    private int _runs;

    private VariableDefinitions(IOperation scope, ISymbol variable, bool byCalls, BranchDecision? decision)
    {
        (Variable, _byCalls, Decision) = (variable, byCalls, decision);
        _mentions = VariableMentions.In(scope.Syntax, variable.Name);
        _called = CalledFunctions.In(scope.Syntax, _mentions);
        var steps = new FunctionSteps(FlowGraph.FunctionAround(scope));
        foreach (var part in scope.ChildOperations)
        {
            Walk(part, steps);
        }

        if (steps is not { Graph: { } graph, Range: var (first, last) })
        {
            return;
        }

        var (flow, entry) = (new ReachingFlow(this, steps, graph, [], mayRepeat: false), new ReachingState([Initial], []));
        if (variable is IParameterSymbol { RefKind: RefKind.Out or RefKind.Ref })
        {
            AtEnd = (flow.Run(entry) ?? flow.AfterRefusals)?.Values ?? [];
        }
        else
        {
            flow.Run(first, last, entry);
        }

        while (_grown.Count > 0)
        {
            var function = _grown.Dequeue();
            if (function is { Graph: { } inner, Range: not null })
            {
                new ReachingFlow(this, function, inner, [], mayRepeat: true).Run(new ReachingState(_entries[function], [function]));
            }
        }
    }

    /// <summary>The local or the parameter.</summary>
    public ISymbol Variable { get; }

    /// <summary>What the variable has at the beginning.</summary>
    public Definition Initial { get; } = new(null, mayRepeat: false);

    /// <summary>
    /// The definitions of a parameter that is <c>out</c> or <c>ref</c> that its callers get. Where the method can return true and false, only those where it
    /// returns true.
    /// </summary>
    public ImmutableArray<Definition> AtEnd { get; } = [];

    /// <summary>Knows which branches are taken; null for nothing.</summary>
    internal BranchDecision? Decision { get; }

    /// <summary>The definitions of a variable in its scope.</summary>
    /// <param name="use">A reference to the variable.</param>
    /// <param name="variable">The local or the parameter.</param>
    /// <param name="byCalls">Whether calls of the object's methods change it.</param>
    /// <param name="decision">Knows which branches are taken; null for nothing.</param>
    public static VariableDefinitions Of(IOperation use, ISymbol variable, bool byCalls, BranchDecision? decision = null)
    {
        var scope = VariableScope.Of(use, variable);
        return Known.GetValue(scope, static _ => new(new ByVariable())).GetOrAdd((variable, byCalls, decision), key => new VariableDefinitions(scope, key.Variable, key.ByCalls, key.Decision));
    }

    /// <summary>The definitions that reach a use; none for code that never runs.</summary>
    public ImmutableArray<Definition> Reaching(IOperation use) => _reaching.TryGetValue(use.Syntax, out var found) ? found : [];

    /// <summary>The definitions that reach the place of another one.</summary>
    public ImmutableArray<Definition> Before(Definition definition) => _before.TryGetValue(definition, out var found) ? found : [];

    internal void Reach(IOperation use, ReachingState state) =>
        _reaching[use.Syntax] = _reaching.TryGetValue(use.Syntax, out var known) ? ReachingState.Union(known, state.Values) : state.Values;

    internal Definition Define(ImmutableStack<FlowStep> calls, IOperation operation, bool mayRepeat, ReachingState state)
    {
        var definition = DefinitionOf(calls, operation, mayRepeat);
        _before[definition] = _before.TryGetValue(definition, out var known) ? ReachingState.Union(known, state.Values) : state.Values;
        return definition;
    }

    internal ImmutableArray<Definition> AllOf(FunctionSteps function) => [.. function.AllChanges.Select(change => DefinitionOf([], change, mayRepeat: true))];

    // A function that can run at any time may begin with these.
    internal void Enter(FunctionSteps function, ImmutableArray<Definition> definitions)
    {
        var known = _entries.TryGetValue(function, out var found) ? found : [];
        var joined = ReachingState.Union(known, definitions);
        if (!_entries.ContainsKey(function) || joined.Length > known.Length)
        {
            _entries[function] = joined;
            _grown.Enqueue(function);
        }
    }

    internal bool MayRun() => ++_runs <= MostRuns;

    private Definition DefinitionOf(ImmutableStack<FlowStep> calls, IOperation operation, bool mayRepeat)
    {
        if (!_definitions.TryGetValue((calls, operation), out var definition))
        {
            _definitions.Add((calls, operation), definition = new Definition(operation, mayRepeat));
        }

        return definition;
    }

    private FunctionSteps StepsOf(IOperation function)
    {
        if (!_functions.TryGetValue(function.Syntax, out var steps))
        {
            _functions.Add(function.Syntax, steps = new FunctionSteps(function));
            foreach (var part in function.ChildOperations)
            {
                Walk(part, steps);
            }
        }

        return steps;
    }

    // Most of the code does not mention the variable. The name of a loop's variable is not in the syntax of its declarator.
    private void Walk(IOperation operation, FunctionSteps steps)
    {
        if (operation is not IVariableDeclaratorOperation && !_mentions.IsIn(operation.Syntax.Span) && !_called.IsIn(operation.Syntax.Span))
        {
            return;
        }

        if (operation is IAnonymousFunctionOperation)
        {
            steps.Add(FlowStepKind.Function, operation, StepsOf(operation));
            return;
        }

        // A local function runs where it is called, or at any time if it is kept.
        if (operation is ILocalFunctionOperation)
        {
            StepsOf(operation);
            return;
        }

        foreach (var part in operation.ChildOperations)
        {
            Walk(part, steps);
        }

        switch (operation)
        {
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } } kept when CalledFunctions.FunctionOf(kept) is { } function:
                steps.Add(FlowStepKind.Function, kept, StepsOf(function));
                break;
            case IInvocationOperation call when CalledFunctions.FunctionOf(call) is { } called && Concerns(called):
                steps.Add(FlowStepKind.Call, call, StepsOf(called));
                break;
        }

        if (VariableChanges.IsChange(operation, Variable, _byCalls))
        {
            steps.Add(FlowStepKind.Change, operation);
        }
        else if (VariableChanges.IsReference(operation, Variable))
        {
            steps.Add(FlowStepKind.Use, operation);
        }
    }

    private bool Concerns(IOperation function) => _mentions.IsIn(function.Syntax.Span) || _called.IsIn(function.Syntax.Span);

    private sealed class ByVariable : IEqualityComparer<(ISymbol Variable, bool ByCalls, BranchDecision? Decision)>
    {
        public bool Equals((ISymbol Variable, bool ByCalls, BranchDecision? Decision) x, (ISymbol Variable, bool ByCalls, BranchDecision? Decision) y) =>
            x.ByCalls == y.ByCalls && Equals(x.Decision, y.Decision) && SymbolEqualityComparer.Default.Equals(x.Variable, y.Variable);

        public int GetHashCode((ISymbol Variable, bool ByCalls, BranchDecision? Decision) key) => SymbolEqualityComparer.Default.GetHashCode(key.Variable);
    }

    // The same operation makes different values where its function is called twice.
    private sealed class ByPlace : IEqualityComparer<(ImmutableStack<FlowStep> Calls, IOperation Operation)>
    {
        public bool Equals((ImmutableStack<FlowStep> Calls, IOperation Operation) x, (ImmutableStack<FlowStep> Calls, IOperation Operation) y) =>
            ReferenceEquals(x.Operation, y.Operation) && x.Calls.SequenceEqual(y.Calls);

        public int GetHashCode((ImmutableStack<FlowStep> Calls, IOperation Operation) key) => RuntimeHelpers.GetHashCode(key.Operation);
    }
}
