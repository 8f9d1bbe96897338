using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Answers = System.Collections.Immutable.ImmutableDictionary<(object Variable, bool Answer), System.Collections.Immutable.ImmutableArray<DoOAuth.Analyzers.Project.Summaries.PathCondition>>;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>
/// What is known if a variable is true or false, or null or not: as in <c>if (user.HasScope(…)) { allowed = true; }</c>. A variable that cannot have the
/// answer has no conditions at all (default).
/// </summary>
internal static class VariableAnswers
{
    public static Answers None { get; } = Answers.Empty;

    /// <summary>What is known after an operation, which may give variables their values.</summary>
    public static Answers After(IOperation operation, Answers known)
    {
        switch (operation)
        {
            case IExpressionStatementOperation { Operation: var statement }:
                return After(statement, known);
            case IFlowCaptureOperation { Id: var id, Value: var captured }:
                return Given(id, captured, known);
            case ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation { Local: var local }, Value: var value }:
                return Given(local, value, After(value, known));
        }

        foreach (var part in operation.ChildOperations)
        {
            known = part is ILocalReferenceOperation { Local: var changed } && operation is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None } or ITupleOperation or IDeclarationExpressionOperation
                ? Without(changed, known)
                : After(part, known);
        }

        return known;
    }

    /// <summary>The variable and its answer for which a branch asks; null for another branch.</summary>
    public static (object Variable, bool Answer)? AskedFor(IOperation condition, bool value) => condition switch
    {
        ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } local } => (local, value),
        IFlowCaptureReferenceOperation { Type.SpecialType: SpecialType.System_Boolean, Id: var id } => (id, value),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => AskedFor(operand, !value),
        IIsNullOperation { Operand: var operand } => OfNull(operand, value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var operand, RightOperand: var other } when IsNull(other) => OfNull(operand, value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, LeftOperand: var operand, RightOperand: var other } when IsNull(other) => OfNull(operand, !value),
        IIsPatternOperation { Value: var operand, Pattern: var pattern } => pattern switch
        {
            IConstantPatternOperation { Value: var constant } when IsNull(constant) => OfNull(operand, value),
            INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } when IsNull(constant) => OfNull(operand, !value),
            IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } => OfNull(operand, !value),
            _ => null,
        },
        _ => null,
    };

    /// <summary>What both of two paths know of variables where they meet, beyond what is known there anyway.</summary>
    /// <param name="first">What the first path knows.</param>
    /// <param name="second">What the second path knows.</param>
    /// <param name="common">What is known there.</param>
    /// <param name="at">Where they meet.</param>
    public static Answers Joined(ConditionFlow.Known first, ConditionFlow.Known second, ImmutableArray<PathCondition> common, SyntaxNode at)
    {
        if (first.Answers.IsEmpty && second.Answers.IsEmpty)
        {
            return None;
        }

        var joined = None.ToBuilder();
        foreach (var asked in first.Answers.Keys.Union(second.Answers.Keys))
        {
            var (one, other) = (All(first, asked), All(second, asked));
            joined[asked] = one.IsDefault ? other : other.IsDefault ? one : PathCondition.Either(one, other, at);
            if (!joined[asked].IsDefault && joined[asked].All(common.Contains))
            {
                joined.Remove(asked);
            }
        }

        return joined.ToImmutable();
    }

    // All that is known if the variable has the answer; default if it cannot.
    private static ImmutableArray<PathCondition> All(ConditionFlow.Known known, (object Variable, bool Answer) asked) =>
        !known.Answers.TryGetValue(asked, out var conditions) ? known.Conditions
        : conditions.IsDefault ? default
        : [.. known.Conditions.Union(conditions)];

    private static Answers Given(object variable, IOperation value, Answers known)
    {
        known = Without(variable, known);
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            { ConstantValue: { HasValue: true, Value: bool answer } } => known.SetItem((variable, !answer), default),
            { ConstantValue: { HasValue: true, Value: null } } => known.SetItem((variable, false), default),
            { ConstantValue.HasValue: true } or IObjectCreationOperation or IInterpolatedStringOperation or IInvocationOperation { Type.IsReferenceType: true, TargetMethod.ReturnNullableAnnotation: NullableAnnotation.NotAnnotated } => known.SetItem((variable, true), default),
            IFlowCaptureReferenceOperation { Id: var id } => Copied(id, variable, known),
            ILocalReferenceOperation { Local: var local } => Copied(local, variable, known),
            _ => known,
        };
    }

    private static Answers Copied(object from, object to, Answers known)
    {
        foreach (var answer in new[] { true, false })
        {
            if (known.TryGetValue((from, answer), out var conditions))
            {
                known = known.SetItem((to, answer), conditions);
            }
        }

        return known;
    }

    private static Answers Without(object variable, Answers known) =>
        known.IsEmpty ? known : known.Remove((variable, true)).Remove((variable, false));

    private static (object Variable, bool Answer)? OfNull(IOperation operand, bool isNull)
    {
        while (operand is IConversionOperation { OperatorMethod: null } conversion)
        {
            operand = conversion.Operand;
        }

        return operand switch
        {
            ILocalReferenceOperation { Local: var local } => (local, isNull),
            IFlowCaptureReferenceOperation { Id: var id } => (id, isNull),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => (local, isNull),
            _ => null,
        };
    }

    private static bool IsNull(IOperation constant) => constant is { ConstantValue: { HasValue: true, Value: null } } or IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: null } };
}
