using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Tells whether anything in a function says something about the user's scopes. Most functions have nothing, and nothing is made for them.</summary>
internal static class Tellers
{
    /// <summary>Whether a condition, a call or an assignment of the function may tell something. Functions in it do not count.</summary>
    public static bool MayBeIn(IOperation function)
    {
        var open = new Stack<IOperation>(function.ChildOperations);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            if (FlowGraph.IsFunction(operation))
            {
                continue;
            }

            if (BlockTellers.Tells(operation) || HasTellingCondition(operation))
            {
                return true;
            }

            foreach (var part in operation.ChildOperations)
            {
                open.Push(part);
            }
        }

        return false;
    }

    private static bool HasTellingCondition(IOperation operation) => operation switch
    {
        IConditionalOperation conditional => Implies(conditional.Condition),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => Implies(binary.LeftOperand) || Implies(binary.RightOperand),
        IWhileLoopOperation loop => Implies(loop.Condition),
        IForLoopOperation loop => Implies(loop.Condition),
        ICatchClauseOperation handler => Implies(handler.Filter),
        ICoalesceOperation coalesce => !ConditionReader.ImpliedByNull(coalesce.Value).IsEmpty,
        ISwitchOperation choice => choice.Cases.SelectMany(section => section.Clauses).Any(clause => clause switch
        {
            IPatternCaseClauseOperation pattern => Implies(choice.Value, pattern.Pattern) || Implies(pattern.Guard),
            ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: bool } } => Implies(choice.Value),
            _ => false,
        }),
        ISwitchExpressionOperation choice => choice.Arms.Any(arm => Implies(choice.Value, arm.Pattern) || Implies(arm.Guard)),
        _ => false,
    };

    private static bool Implies(IOperation? condition) => !ConditionReader.Implied(condition, value: true).IsEmpty || !ConditionReader.Implied(condition, value: false).IsEmpty;

    private static bool Implies(IOperation value, IPatternOperation pattern) =>
        !ConditionReader.Implied(value, pattern, value: true).IsEmpty || !ConditionReader.Implied(value, pattern, value: false).IsEmpty;
}
