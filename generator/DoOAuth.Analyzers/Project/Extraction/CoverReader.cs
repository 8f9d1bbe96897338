using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>
/// Says what is known about the user's scopes where an operation runs: from the branches in which it stands, and from the ways
/// out before it, within its lambda, local function or method.
/// </summary>
internal static class CoverReader
{
    public static ImmutableArray<CoverAtom> At(IOperation operation)
    {
        var atoms = ImmutableArray<CoverAtom>.Empty;
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return atoms;
                case IConditionalOperation conditional when child != conditional.Condition:
                    atoms = atoms.AddRange(ConditionReader.Implied(conditional.Condition, value: child == conditional.WhenTrue));
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary when child == binary.RightOperand:
                    atoms = atoms.AddRange(ConditionReader.Implied(binary.LeftOperand, binary.OperatorKind == BinaryOperatorKind.ConditionalAnd));
                    break;
                case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false } loop when child == loop.Body:
                    atoms = atoms.AddRange(ConditionReader.Implied(loop.Condition, value: true));
                    break;
                case ISwitchExpressionArmOperation arm when child == arm.Value:
                    atoms = atoms.AddRange(InArm(arm));
                    break;
                case IBlockOperation block:
                    atoms = atoms.AddRange(After(block.Operations, child));
                    break;
                case ISwitchCaseOperation section:
                    atoms = atoms.AddRange(After(section.Body, child)).AddRange(InSection(section));
                    break;
            }
        }

        return atoms;
    }

    private static ImmutableArray<CoverAtom> InSection(ISwitchCaseOperation section) =>
        section.Clauses is [IPatternCaseClauseOperation { Guard: { } guard }] ? ConditionReader.Implied(guard, value: true) : [];

    private static ImmutableArray<CoverAtom> InArm(ISwitchExpressionArmOperation arm)
    {
        var fromGuard = ConditionReader.Implied(arm.Guard, value: true);
        return arm is { Parent: ISwitchExpressionOperation { Value: { } value }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } } }
            ? fromGuard.AddRange(ConditionReader.Implied(value, expected))
            : fromGuard;
    }

    // An earlier "if" that leaves says that its condition was not met; a label between lets others in.
    private static ImmutableArray<CoverAtom> After(ImmutableArray<IOperation> statements, IOperation statement)
    {
        var atoms = ImmutableArray<CoverAtom>.Empty;
        foreach (var earlier in statements)
        {
            if (earlier == statement)
            {
                break;
            }

            if (earlier is ILabeledOperation)
            {
                atoms = [];
            }
            else if (earlier is IConditionalOperation conditional)
            {
                if (Leaves(conditional.WhenTrue))
                {
                    atoms = atoms.AddRange(ConditionReader.Implied(conditional.Condition, value: false));
                }
                else if (Leaves(conditional.WhenFalse))
                {
                    atoms = atoms.AddRange(ConditionReader.Implied(conditional.Condition, value: true));
                }
            }
        }

        return atoms;
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
