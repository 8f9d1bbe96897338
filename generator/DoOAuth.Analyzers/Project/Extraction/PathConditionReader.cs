using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>
/// Determines what is known about the user's scopes at an operation: from the branches that contain it, and from the exits
/// before it, in its lambda, local function or method.
/// </summary>
internal static class PathConditionReader
{
    public static ImmutableArray<PathCondition> At(IOperation operation)
    {
        var conditions = ImmutableArray<PathCondition>.Empty;
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return conditions;
                case IConditionalOperation conditional when child != conditional.Condition:
                    conditions = conditions.AddRange(ConditionReader.Implied(conditional.Condition, value: child == conditional.WhenTrue));
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary when child == binary.RightOperand:
                    conditions = conditions.AddRange(ConditionReader.Implied(binary.LeftOperand, binary.OperatorKind == BinaryOperatorKind.ConditionalAnd));
                    break;
                case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false } loop when child == loop.Body:
                    conditions = conditions.AddRange(ConditionReader.Implied(loop.Condition, value: true));
                    break;
                case ISwitchExpressionArmOperation arm when child == arm.Value:
                    conditions = conditions.AddRange(InArm(arm));
                    break;
                case IBlockOperation block:
                    conditions = conditions.AddRange(After(block.Operations, child));
                    break;
                case ISwitchCaseOperation section:
                    conditions = conditions.AddRange(After(section.Body, child)).AddRange(InSection(section));
                    break;
            }
        }

        return conditions;
    }

    private static ImmutableArray<PathCondition> InSection(ISwitchCaseOperation section) =>
        section.Clauses is [IPatternCaseClauseOperation { Guard: { } guard }] ? ConditionReader.Implied(guard, value: true) : [];

    private static ImmutableArray<PathCondition> InArm(ISwitchExpressionArmOperation arm)
    {
        var fromGuard = ConditionReader.Implied(arm.Guard, value: true);
        return arm is { Parent: ISwitchExpressionOperation { Value: { } value }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } } }
            ? fromGuard.AddRange(ConditionReader.Implied(value, expected))
            : fromGuard;
    }

    // If an earlier "if" exits, its condition was not met. A label in between can be reached in other ways.
    private static ImmutableArray<PathCondition> After(ImmutableArray<IOperation> statements, IOperation statement)
    {
        var conditions = ImmutableArray<PathCondition>.Empty;
        foreach (var earlier in statements)
        {
            if (earlier == statement)
            {
                break;
            }

            if (earlier is ILabeledOperation)
            {
                conditions = [];
            }
            else if (earlier is IConditionalOperation conditional)
            {
                if (Leaves(conditional.WhenTrue))
                {
                    conditions = conditions.AddRange(ConditionReader.Implied(conditional.Condition, value: false));
                }
                else if (Leaves(conditional.WhenFalse))
                {
                    conditions = conditions.AddRange(ConditionReader.Implied(conditional.Condition, value: true));
                }
            }
        }

        return conditions;
    }

    private static bool Leaves(IOperation? statement) => statement switch
    {
        IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } or IThrowOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation block => block.Operations.Any(Leaves),
        IConditionalOperation conditional => Leaves(conditional.WhenTrue) && Leaves(conditional.WhenFalse),
        IUsingOperation block => Leaves(block.Body),
        ILockOperation block => Leaves(block.Body),
        _ => false,
    };
}
