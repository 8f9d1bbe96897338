using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>
/// What is known about the user's scopes at each place of a function: what the branches say that lead there, and the calls that would have thrown
/// otherwise. Where several paths meet, only what all of them know is known.
/// </summary>
internal sealed class ConditionFlow : ForwardFlow<ConditionFlow.Known>
{
    // One for all places of a function. It is gone with the compiler's operations.
    private static readonly ConditionalWeakTable<IOperation, StrongBox<ConditionFlow?>> Flows = new();

    private readonly FlowGraph _graph;
    private readonly SemanticModel _model;
    private readonly BlockTellers _tellers;
    private readonly Known?[] _before;
    private readonly Dictionary<int, Known> _exits = [];
    private readonly Dictionary<(int Block, bool Value), ImmutableArray<PathCondition>> _implied = [];
    private readonly int _back;

    private ConditionFlow(FlowGraph graph, SemanticModel model, BlockTellers tellers, int back = -1)
        : base(graph)
    {
        (_graph, _model, _tellers, _back) = (graph, model, tellers, back);
        _before = new Known?[graph.Blocks.Length];
    }

    /// <summary>What is known where an operation runs.</summary>
    public static ImmutableArray<PathCondition> At(IOperation operation) =>
        Of(FlowGraph.FunctionAround(operation))?.Before(operation is IReturnOperation { ReturnedValue: { } value } ? value.Syntax : operation.Syntax) ?? [];

    /// <summary>What is known wherever a function comes back, with a value or without.</summary>
    public static IEnumerable<ImmutableArray<PathCondition>> Exits(IOperation function) =>
        Of(function) is { } flow ? flow._exits.Values.Select(known => known.Conditions) : [[]];

    /// <summary>What is known wherever a function returns null, or something that may be null.</summary>
    public static IEnumerable<ImmutableArray<PathCondition>> NullExits(IOperation function) => function.Descendants()
        .OfType<IReturnOperation>()
        .Where(exit => exit is { Kind: OperationKind.Return, ReturnedValue: not null } && FlowGraph.FunctionAround(exit) == function)
        .SelectMany(exit => Branches.Of(exit.ReturnedValue!).Where(MayBeNull).Select(At));

    /// <inheritdoc/>
    protected override Known Join(Known first, Known second) => first.Or(second, _graph.Function.Syntax);

    /// <inheritdoc/>
    protected override Known? Through(BasicBlock block, Known state)
    {
        _before[block.Ordinal] = _before[block.Ordinal] is { } known ? Join(known, state) : state;
        foreach (var teller in _tellers.In(block.Ordinal))
        {
            if (teller.Stops)
            {
                return null;
            }

            state = state.And(teller.Conditions);
            MayThrow(block, state);
        }

        var answers = block.Operations.Aggregate(state.Answers, (known, operation) => VariableAnswers.After(operation, known));
        answers = block.BranchValue is { } value ? VariableAnswers.After(value, answers) : answers;
        return ReferenceEquals(answers, state.Answers) ? state : state with { Answers = answers };
    }

    /// <inheritdoc/>
    protected override Known? Along(BasicBlock block, ControlFlowBranch branch, Known state)
    {
        if (block is { BranchValue: { } value, ConditionKind: not ControlFlowConditionKind.None })
        {
            var isTrue = branch.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
            if (!isTrue && value is IIsPatternOperation { Pattern: IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } any, Value: var tested }
                && SymbolEqualityComparer.Default.Equals(any.MatchedType, any.InputType) && tested.Syntax is ExpressionSyntax syntax && _model.GetTypeInfo(syntax).Nullability.FlowState == NullableFlowState.NotNull)
            {
                return null;
            }

            if (!_implied.TryGetValue((block.Ordinal, isTrue), out var implied))
            {
                _implied.Add((block.Ordinal, isTrue), implied = !isTrue && BranchConditions.CollectionOf(value, _model) is { } collection ? AfterLoop(block, collection) : BranchConditions.Implied(value, isTrue, _model));
            }

            state = state.And(implied);
            if (VariableAnswers.AskedFor(value, isTrue) is { } asked && state.Answers.TryGetValue(asked, out var answered))
            {
                if (answered.IsDefault)
                {
                    return null;
                }

                state = state.And(answered);
            }
        }

        // Where a loop's body is read by itself, its end is the jump back.
        if (branch.Destination is { } destination && (_back >= 0 ? destination.Ordinal == _back : destination.Kind == BasicBlockKind.Exit))
        {
            _exits[block.Ordinal] = state;
        }

        return state;
    }

    private static ConditionFlow? Of(IOperation function) => Flows.GetValue(function, static function => new StrongBox<ConditionFlow?>(Make(function))).Value;

    private static ConditionFlow? Make(IOperation function)
    {
        if (!Tellers.MayBeIn(function) || function.SemanticModel is not { } model || FlowGraph.Of(function) is not { } graph)
        {
            return null;
        }

        var flow = new ConditionFlow(graph, model, new BlockTellers(graph, model));
        flow.Run(Known.Nothing);
        return flow;
    }

    private ImmutableArray<PathCondition> Before(SyntaxNode operation)
    {
        if (_graph.PositionOf(operation) is not { } position || _before[position.Block] is not { } known)
        {
            return [];
        }

        foreach (var teller in _tellers.In(position.Block))
        {
            if (teller.Order < position.Order)
            {
                known = teller.Stops ? Known.Nothing : known.And(teller.Conditions);
            }
        }

        return known.Conditions;
    }

    private static bool MayBeNull(IOperation value) => value.ConstantValue.HasValue ? value.ConstantValue.Value is null
        : value is not (IObjectCreationOperation or IThrowOperation or IInterpolatedStringOperation)
            && !(value is { SemanticModel: { } model, Syntax: ExpressionSyntax syntax } && model.GetTypeInfo(syntax).Nullability.FlowState == NullableFlowState.NotNull);

    // What holds at the end of each round of a loop holds for all elements of the list, if there are any.
    private ImmutableArray<PathCondition> AfterLoop(BasicBlock header, IOperation collection)
    {
        var last = header.Predecessors.Max(before => before.Source.Ordinal);
        if (last <= header.Ordinal)
        {
            return [];
        }

        var body = new ConditionFlow(_graph, _model, _tellers, header.Ordinal);
        body.Run(header.Ordinal + 1, last, Known.Nothing);
        var held = body._exits.Values.Aggregate((Known?)null, (known, end) => known is null ? end : Join(known, end))?.Conditions ?? [];
        if (!ValueReader.OfFile().Collections.ElementsOf(collection).IsEmpty)
        {
            return held;
        }

        // A list of scopes that the caller gives is not known here.
        var ofList = held.RemoveAll(condition => !GivenScopes.IsOfList(condition));
        return ofList.IsEmpty && !held.IsEmpty && collection is IParameterReferenceOperation { Type: { } type } && ElementReading.IsOfTexts(type) ? [PathCondition.OfPolicy(null)] : ofList;
    }

    /// <summary>What is known at a place.</summary>
    /// <param name="Conditions">The conditions, each once.</param>
    public sealed record Known(ImmutableArray<PathCondition> Conditions)
    {
        /// <summary>What is known about variables.</summary>
        public ImmutableDictionary<(object Variable, bool Answer), ImmutableArray<PathCondition>> Answers { get; init; } = VariableAnswers.None;

        public static Known Nothing { get; } = new([]);

        public Known And(ImmutableArray<PathCondition> more)
        {
            var added = more.RemoveAll(Conditions.Contains);
            return added.IsEmpty ? this : this with { Conditions = Conditions.AddRange(added.Distinct()) };
        }

        private static bool AreSame(ImmutableArray<PathCondition> before, ImmutableArray<PathCondition> now) =>
            before.IsDefault || now.IsDefault ? before.IsDefault && now.IsDefault : before.Length == now.Length && now.All(before.Contains);

        public Known Or(Known other, SyntaxNode at)
        {
            if (ReferenceEquals(this, other) || (Conditions.IsEmpty && Answers.IsEmpty && other.Answers.IsEmpty))
            {
                return this;
            }

            var common = PathCondition.Either(Conditions, other.Conditions, at);
            var answers = VariableAnswers.Joined(this, other, common, at);
            return common.Length == Conditions.Length && common.All(Conditions.Contains) && answers.Count == Answers.Count && answers.All(pair => Answers.TryGetValue(pair.Key, out var before) && AreSame(before, pair.Value))
                ? this
                : new(common) { Answers = answers };
        }
    }
}
