using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Leaves out values of a variable that conditions between its definition and its use exclude.</summary>
internal sealed class PossiblePaths : ConditionDecision
{
    private readonly Dictionary<ISymbol, KnownValue> _known = new(SymbolEqualityComparer.Default);

    private PossiblePaths()
    {
    }

    /// <summary>The definitions that are not excluded by the flags under which they are: <c>if (link) path = …; if (!link) Use(path);</c></summary>
    public static ImmutableArray<Definition> Of(ImmutableArray<Definition> reaching, IOperation use) =>
        reaching.Length < 2 ? reaching : reaching.RemoveAll(definition => definition.Operation is { } operation && FlagsAt(operation) is { } flags && !flags.MayReach(operation, use));

    /// <summary>The values that pass the conditions on the variable itself.</summary>
    /// <param name="values">The values.</param>
    /// <param name="constantOf">What a value is, if it is a constant.</param>
    /// <param name="definitions">The operations that give the variable these values; null among them for one that is out of sight.</param>
    /// <param name="use">The use.</param>
    /// <param name="variable">The variable.</param>
    public static ImmutableArray<T> Of<T>(ImmutableArray<T> values, Func<T, object?> constantOf, IEnumerable<IOperation?> definitions, IOperation use, ISymbol variable)
    {
        if (values.Length < 2
            || FlowGraph.Of(FlowGraph.FunctionAround(use)) is not { } graph
            || VariableMentions.In(VariableScope.Of(use, variable).Syntax, variable.Name) is var mentions
                && !graph.Blocks.Any(block => block is { BranchValue: { } condition, ConditionKind: not Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowConditionKind.None } && mentions.IsIn(condition.Syntax.Span)))
        {
            return values;
        }

        var possible = values.RemoveAll(value =>
        {
            var known = new PossiblePaths();
            return constantOf(value) is { } constant && known.Add(variable, KnownValue.Of(constant)) && !definitions.Any(definition => definition is null || known.MayReach(definition, use));
        });
        return possible.IsEmpty ? values : possible;
    }

    /// <inheritdoc/>
    protected override KnownValue? ValueOf(ISymbol variable, IOperation use) => _known.TryGetValue(variable, out var value) ? value : null;

    private bool Add(ISymbol variable, KnownValue value)
    {
        _known[variable] = value;
        return true;
    }

    private bool MayReach(IOperation definition, IOperation use) =>
        FlowGraph.FunctionAround(use) is var function
        && (FlowGraph.FunctionAround(definition) != function
            || FlowGraph.Of(function) is not { } graph
            || graph.PositionOf(definition.Syntax) is not { } from
            || graph.PositionOf(use.Syntax) is not { } to
            || from.Block == to.Block
            || Search(graph, from.Block, MayTake)[to.Block]);

    private static PossiblePaths? FlagsAt(IOperation definition)
    {
        PossiblePaths? flags = null;
        for (var (child, parent) = (definition, definition.Parent); parent is not null && !FlowGraph.IsFunction(parent); (child, parent) = (parent, parent.Parent))
        {
            if (parent is IConditionalOperation { Condition: var condition } conditional && child != condition)
            {
                var isNegated = condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not };
                if (FlagIn(isNegated ? ((IUnaryOperation)condition).Operand : condition) is { } flag)
                {
                    (flags ??= new PossiblePaths()).Add(flag, KnownValue.Of((child == conditional.WhenTrue) != isNegated));
                }
            }
        }

        return flags;
    }

    private static ISymbol? FlagIn(IOperation condition) => condition switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when !MentionsOf(condition, parameter).MayChange => parameter,
        ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var declaration] } local }
            when declaration.GetSyntax() is VariableDeclaratorSyntax declarator && MentionsOf(condition, local).ChangesOnlyAt(declarator.Identifier) && !MayRepeat(condition, declarator) => local,
        _ => null,
    };

    // Each round of a loop has another one.
    private static bool MayRepeat(IOperation condition, SyntaxNode declarator) =>
        FlowGraph.Of(FlowGraph.FunctionAround(condition)) is not { } graph || graph.PositionOf(declarator) is not { } position || graph.IsInCycle(position.Block);

    private static VariableMentions MentionsOf(IOperation use, ISymbol variable) => VariableMentions.In(VariableScope.Of(use, variable).Syntax, variable.Name);
}
