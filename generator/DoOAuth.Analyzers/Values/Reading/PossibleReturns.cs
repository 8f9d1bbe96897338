using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>
/// Leaves out what a method does not return for the arguments of a call: <c>tail is null ? "/v2/apps" : $"/v2/apps/{tail}"</c> is only one of the two for
/// a call that says whether there is a <c>tail</c>.
/// </summary>
internal static class PossibleReturns
{
    /// <summary>The expressions that the method may return.</summary>
    /// <param name="returned">All of its expressions.</param>
    /// <param name="use">The call.</param>
    public static ImmutableArray<IOperation> Of(ImmutableArray<IOperation> returned, IOperation use)
    {
        if (use is not IInvocationOperation { Arguments.IsEmpty: false } call)
        {
            return returned;
        }

        ImmutableArray<IOperation> arms = [.. returned.SelectMany(Branches.Of)];
        ImmutableArray<IOperation> possible = arms.Length > 1 ? [.. arms.Where(arm => MayReturn(arm, call))] : returned;
        return possible.IsEmpty || possible.Length == arms.Length ? returned : possible;
    }

    private static bool MayReturn(IOperation arm, IInvocationOperation call)
    {
        for (var (child, parent) = (arm, arm.Parent); parent is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); (child, parent) = (parent, parent.Parent))
        {
            if ((parent is IConditionalOperation conditional && child != conditional.Condition && Decided(conditional.Condition, call) == (child == conditional.WhenFalse))
                || (parent is IBlockOperation block && block.Operations.TakeWhile(statement => statement != child).Any(statement =>
                    statement is IConditionalOperation { WhenFalse: null, WhenTrue: var left } earlier && Returns(left) && Decided(earlier.Condition, call) is true)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Returns(IOperation statement) =>
        statement is IReturnOperation or IThrowOperation || (statement is IBlockOperation { Operations: [.., var last] } && Returns(last));

    // Whether the condition is true for the call; null if that is not known.
    private static bool? Decided(IOperation condition, IInvocationOperation call) => Branches.Unconverted(condition) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation => !Decided(negation.Operand, call),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var pattern }, Value: var value } => !Matches(value, pattern, call),
        IIsPatternOperation { Pattern: var pattern, Value: var value } => Matches(value, pattern, call),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var value, RightOperand: var other } when IsNull(other) => IsNullFor(value, call),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, LeftOperand: var value, RightOperand: var other } when IsNull(other) => !IsNullFor(value, call),
        IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } value } => !IsNullFor(value, call),
        IParameterReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } flag => ArgumentFor(flag, call)?.ConstantValue is { HasValue: true, Value: bool constant } ? constant : null,
        _ => null,
    };

    private static bool? Matches(IOperation value, IPatternOperation pattern, IInvocationOperation call) => pattern switch
    {
        IConstantPatternOperation { Value: var constant } when IsNull(constant) => IsNullFor(value, call),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } or IDeclarationPatternOperation => !IsNullFor(value, call),
        _ => null,
    };

    private static bool? IsNullFor(IOperation value, IInvocationOperation call) => ArgumentFor(Branches.Unconverted(value), call) switch
    {
        null => null,
        var argument when IsNull(argument) => true,
        { ConstantValue.HasValue: true } or IInterpolatedStringOperation or IObjectCreationOperation => false,
        { Type: { IsValueType: true } type } when type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T => false,
        { SemanticModel: { } model, Syntax: ExpressionSyntax syntax } when model.GetTypeInfo(syntax).Nullability.FlowState == NullableFlowState.NotNull => false,
        _ => null,
    };

    // What the parameter is given, where nothing assigns it.
    private static IOperation? ArgumentFor(IOperation parameter, IInvocationOperation call) =>
        parameter is IParameterReferenceOperation { Parameter: var named } use
        && !VariableMentions.In(VariableScope.Of(use, named).Syntax, named.Name).MayChange
        && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == named.Name)?.Value is { } argument
            ? Branches.Unconverted(argument)
            : null;

    private static bool IsNull(IOperation value) => Branches.Unconverted(value) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
}
