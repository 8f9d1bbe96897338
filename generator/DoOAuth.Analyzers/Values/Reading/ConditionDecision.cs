using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Decides conditions by what is known about variables.</summary>
internal abstract class ConditionDecision : BranchDecision
{
    /// <summary>What is known about a variable at a use; null for nothing.</summary>
    protected abstract KnownValue? ValueOf(ISymbol variable, IOperation use);

    /// <inheritdoc/>
    public override bool? Decide(IOperation condition, SemanticModel model) => Branches.Unconverted(condition) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation => !Decide(negation.Operand, model),
        IIsPatternOperation { Pattern: var pattern, Value: var value } => ValueOf(value, model) is { } known ? Matches(known, pattern) : null,
        IIsNullOperation { Operand: var value } => ValueOf(value, model)?.IsNull,
        IIsTypeOperation { IsNegated: false, TypeOperand: var type, ValueOperand: var value } => ValueOf(value, model)?.IsOf(type),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both => And(Decide(both.LeftOperand, model), Decide(both.RightOperand, model)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either => !And(!Decide(either.LeftOperand, model), !Decide(either.RightOperand, model)),
        IBinaryOperation comparison => Compare(comparison, model),
        IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } value } => !ValueOf(value, model)?.IsNull,
        IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String } call => Ask(call, model),
        var flag => ValueOf(flag, model) is { IsConstant: true, Constant: bool isTrue } ? isTrue : null,
    };

    /// <summary>What is known about a value; null for nothing.</summary>
    public KnownValue? ValueOf(IOperation value, SemanticModel? model)
    {
        value = Branches.Unconverted(value is IFlowCaptureReferenceOperation ? model?.GetOperation(value.Syntax) ?? value : value);
        return value switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => KnownValue.Of(constant),
            IDefaultValueOperation { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => KnownValue.Of(null),
            IParameterReferenceOperation { Parameter: var parameter } when ValueOf(parameter, value) is { } known => known,
            ILocalReferenceOperation { Local: var local } when ValueOf(local, value) is { } known => known,
            ILocalReferenceOperation { Local: var local } when value.SemanticModel is not null && VariableScope.OnlyValue(value, local) is { } only && ValueOf(only, model) is { } known => known,
            IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: var name }, Instance: { } text, Arguments.IsEmpty: true } when ValueOf(text, model) is { Constant: string known } => name switch
            {
                "ToLower" or "ToLowerInvariant" => KnownValue.Of(known.ToLowerInvariant()),
                "ToUpper" or "ToUpperInvariant" => KnownValue.Of(known.ToUpperInvariant()),
                "Trim" => KnownValue.Of(known.Trim()),
                _ => KnownValue.NotNull,
            },
            IObjectCreationOperation { Type: { } type } => KnownValue.Made(type),
            IInterpolatedStringOperation or IAnonymousObjectCreationOperation or IArrayCreationOperation => KnownValue.NotNull,
            { Type: { IsValueType: true } type } when type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T => KnownValue.NotNull,
            { SemanticModel: { } known, Syntax: ExpressionSyntax syntax } when known.GetTypeInfo(syntax).Nullability.FlowState == NullableFlowState.NotNull => KnownValue.NotNull,
            _ => null,
        };
    }

    private static bool? And(bool? one, bool? other) => one == false || other == false ? false : one is null || other is null ? null : true;

    private bool? Compare(IBinaryOperation comparison, SemanticModel model)
    {
        if (comparison.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String } || ValueOf(comparison.LeftOperand, model) is not { } left || ValueOf(comparison.RightOperand, model) is not { } right)
        {
            return null;
        }

        var isEqual = right.IsConstant ? left.Is(right.Constant) : left.IsConstant ? right.Is(left.Constant) : null;
        return comparison.OperatorKind switch
        {
            BinaryOperatorKind.Equals => isEqual,
            BinaryOperatorKind.NotEquals => !isEqual,
            var order => right.IsConstant && left.Compared(right.Constant) is { } sign ? IsTrueOf(order, sign) : null,
        };
    }

    private static bool? IsTrueOf(BinaryOperatorKind comparison, int sign) => comparison switch
    {
        BinaryOperatorKind.LessThan => sign < 0,
        BinaryOperatorKind.LessThanOrEqual => sign <= 0,
        BinaryOperatorKind.GreaterThan => sign > 0,
        BinaryOperatorKind.GreaterThanOrEqual => sign >= 0,
        _ => null,
    };

    private bool? Ask(IInvocationOperation call, SemanticModel model)
    {
        var asked = call.Instance is null ? call.Arguments : [];
        var text = call.Instance ?? asked.FirstOrDefault()?.Value;
        if (text is null || ValueOf(text, model) is not { } known)
        {
            return null;
        }

        if (call.TargetMethod.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace")
        {
            return known.IsConstant ? string.IsNullOrWhiteSpace(known.Constant as string) && (call.TargetMethod.Name == "IsNullOrWhiteSpace" || known.Constant is null or "") : null;
        }

        var others = call.Instance is null ? call.Arguments.RemoveAt(0) : call.Arguments;
        var comparison = others switch
        {
            [_] => StringComparison.Ordinal,
            [_, { Value: { Type.Name: "StringComparison", ConstantValue: { HasValue: true, Value: int kind } } }] => (StringComparison)kind,
            _ => (StringComparison?)null,
        };
        return comparison is not { } how || known.Constant is not string own || ValueOf(others[0].Value, model) is not { Constant: string other } ? null : call.TargetMethod.Name switch
        {
            "StartsWith" => own.StartsWith(other, how),
            "EndsWith" => own.EndsWith(other, how),
            "Contains" => own.IndexOf(other, how) >= 0,
            "Equals" => own.Equals(other, how),
            _ => null,
        };
    }

    private static bool? Matches(KnownValue value, IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => true,
        IConstantPatternOperation { Value: var constant } => Branches.Unconverted(constant).ConstantValue is { HasValue: true, Value: var expected } ? value.Is(expected) : null,
        INegatedPatternOperation { Pattern: var negated } => !Matches(value, negated),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => And(Matches(value, both.LeftPattern), Matches(value, both.RightPattern)),
        IBinaryPatternOperation either => !And(!Matches(value, either.LeftPattern), !Matches(value, either.RightPattern)),
        IRelationalPatternOperation { OperatorKind: var order, Value.ConstantValue: { HasValue: true, Value: var limit } } => value.Compared(limit) is { } sign ? IsTrueOf(order, sign) : value.IsNull ? false : null,
        IDeclarationPatternOperation { MatchesNull: true } => true,
        _ when value.IsNull => pattern is IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation or IListPatternOperation ? false : null,
        IDeclarationPatternOperation { MatchedType: { } type } => IsOf(value, type, pattern.InputType),
        ITypePatternOperation { MatchedType: var type } => IsOf(value, type, pattern.InputType),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true, MatchedType: var type } => IsOf(value, type, pattern.InputType),
        IRecursivePatternOperation { MatchedType: var type } => IsOf(value, type, pattern.InputType) == false ? false : null,
        _ => null,
    };

    // What is not null is of the type that it is declared with.
    private static bool? IsOf(KnownValue value, ITypeSymbol type, ITypeSymbol declared) =>
        value.IsOf(type) ?? (SymbolEqualityComparer.Default.Equals(type, declared.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ((INamedTypeSymbol)declared).TypeArguments[0] : declared) ? true : null);
}
