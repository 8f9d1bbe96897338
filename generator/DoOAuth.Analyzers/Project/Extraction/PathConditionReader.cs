using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        var conditions = operation is IInvocationOperation && FileText.Contains(operation.Syntax.SyntaxTree, operation.Syntax.Span, "throw") ? StatementConditions.EvaluatedBefore(operation) : [];
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
                    conditions = conditions.AddRange(StatementConditions.Before(block, block.Operations, child));
                    break;
                case ISwitchCaseOperation section:
                    conditions = conditions.AddRange(StatementConditions.Before(section, section.Body, child)).AddRange(InSection(section));
                    break;
            }
        }

        return conditions;
    }

    /// <summary>What is known wherever a method returns null, or something that may be null.</summary>
    public static IEnumerable<ImmutableArray<PathCondition>> NullExits(IBlockOperation body) => body.Descendants().OfType<IReturnOperation>()
        .Where(exit => exit is { Kind: OperationKind.Return, ReturnedValue: not null } && IsIn(exit, body))
        .SelectMany(exit => Branches.Of(exit.ReturnedValue!).Where(MayBeNull).Select(At));

    private static bool MayBeNull(IOperation value) => value.ConstantValue.HasValue ? value.ConstantValue.Value is null
        : value is not (IObjectCreationOperation or IThrowOperation or IInterpolatedStringOperation)
            && !(value is { SemanticModel: { } model, Syntax: ExpressionSyntax syntax } && model.GetTypeInfo(syntax).Nullability.FlowState == NullableFlowState.NotNull);

    /// <summary>What is known wherever a method comes back, at its end or by a return.</summary>
    /// <param name="body">The method's body.</param>
    /// <param name="counts">Which returns count; null for all.</param>
    public static IEnumerable<ImmutableArray<PathCondition>> Exits(IBlockOperation body, Func<IReturnOperation, bool>? counts = null)
    {
        if (!body.Operations.Any(statement => !statement.IsImplicit && StatementConditions.Leaves(statement)))
        {
            yield return StatementConditions.Before(body, body.Operations, statement: null);
        }

        foreach (var exit in body.Descendants().OfType<IReturnOperation>().Where(exit => exit is { IsImplicit: false, Kind: OperationKind.Return } && IsIn(exit, body) && counts?.Invoke(exit) != false))
        {
            yield return At(exit);
        }
    }

    private static bool IsIn(IOperation exit, IBlockOperation body) =>
        CodeKey.EnclosingFunction(exit) is not { } function || !body.Syntax.Span.Contains(function.Syntax.Span);

    private static ImmutableArray<PathCondition> InSection(ISwitchCaseOperation section) =>
        section is { Clauses: [var only], Parent: ISwitchOperation { Value: { } value } } ? only switch
        {
            IPatternCaseClauseOperation clause => ConditionReader.Implied(value, clause.Pattern, value: true).AddRange(ConditionReader.Implied(clause.Guard, value: true)),
            ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } } => ConditionReader.Implied(value, expected),
            // What the other sections say no to, unless they jump here.
            IDefaultCaseClauseOperation when section.Parent is ISwitchOperation choice && !choice.Descendants().Any(operation => operation is IBranchOperation { BranchKind: BranchKind.GoTo }) =>
                [.. choice.Cases.Where(other => other != section).SelectMany(other => other.Clauses).SelectMany(clause => clause switch
                {
                    ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: bool other } } => ConditionReader.Implied(value, !other),
                    IPatternCaseClauseOperation { Guard: null } pattern => ConditionReader.Implied(value, pattern.Pattern, value: false),
                    _ => [],
                })],
            _ => [],
        } : [];

    private static ImmutableArray<PathCondition> InArm(ISwitchExpressionArmOperation arm)
    {
        var fromGuard = ConditionReader.Implied(arm.Guard, value: true);
        if (arm.Parent is not ISwitchExpressionOperation { Value: { } value, Arms: var arms })
        {
            return fromGuard;
        }

        // What the arms before it say no to.
        return
        [
            .. fromGuard,
            .. ConditionReader.Implied(value, arm.Pattern, value: true),
            .. arms.TakeWhile(other => other != arm).Where(other => other.Guard is null).SelectMany(other => ConditionReader.Implied(value, other.Pattern, value: false)),
        ];
    }
}
