using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Determines what is known about the user's scopes if a condition is true, or false.</summary>
internal sealed class ConditionReader
{
    private static readonly ImmutableArray<PathCondition> Nothing = [];

    private Dictionary<(SyntaxNode Use, bool Value), ImmutableArray<PathCondition>>? _known;

    private ConditionReader()
    {
    }

    /// <summary>What is true if the condition has the value. For a nullable condition, this does not include null.</summary>
    public static ImmutableArray<PathCondition> Implied(IOperation? condition, bool value) => OrUnknown(condition, value, answer => new ConditionReader().Of(condition, answer));

    /// <summary>What is true if a value matches a pattern, or does not.</summary>
    public static ImmutableArray<PathCondition> Implied(IOperation operand, IPatternOperation pattern, bool value) => OrUnknown(operand, value, answer => new ConditionReader().Of(operand, pattern, answer));

    /// <summary>What is true if a value is null.</summary>
    public static ImmutableArray<PathCondition> ImpliedByNull(IOperation? value) => value is null ? Nothing : OfNull(value);

    // Of a question that cannot be read, nothing says that it is not for the scope. One that is read may say nothing with one of its answers.
    private static ImmutableArray<PathCondition> OrUnknown(IOperation? condition, bool value, Func<bool, ImmutableArray<PathCondition>> read) => read(value) is { IsEmpty: false } implied ? implied
        : condition is not null && !IsOfTwo(condition) && !IsOfNullable(condition) && ScopeQuestions.MayBeInFile(condition.Syntax.SyntaxTree) && read(!value).IsEmpty && ScopeQuestions.MayBeIn(condition) ? [PathCondition.OfUnknown(condition.Syntax, value)]
        : Nothing;

    // As "user?.HasScope(…) != false", which is true for nobody as well.
    private static bool IsOfNullable(IOperation condition) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, LeftOperand: var operand } => IsNullableAnswer(operand),
        IIsPatternOperation { Value: var operand } => IsNullableAnswer(operand),
        _ => false,
    };

    private static bool IsNullableAnswer(IOperation operand) =>
        Branches.Written(operand).Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] }
        && !new ConditionReader().Of(operand, value: true).IsEmpty;

    // Each of both is read by itself.
    private static bool IsOfTwo(IOperation condition) => condition switch
    {
        IConversionOperation { OperatorMethod: null } conversion => IsOfTwo(conversion.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation => IsOfTwo(negation.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or } => true,
        _ => false,
    };

    private ImmutableArray<PathCondition> Of(IOperation? condition, bool value)
    {
        // The compiler itself refuses conditions that are nested much deeper.
        return ReadingMemory.HasStack() ? OfKind(condition, value) : Nothing;
    }

    private ImmutableArray<PathCondition> OfKind(IOperation? condition, bool value)
    {
        switch (condition)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Of(conversion.Operand, value);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return Of(negation.Operand, !value);
            case IBinaryOperation binary:
                return Of(binary, value);
            case IIsPatternOperation pattern:
                return Of(pattern.Value, pattern.Pattern, value);
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, value);
            case ICoalesceOperation { WhenNull: var otherwise } coalesce when IsConstant(otherwise, !value):
                return Of(coalesce.Value, value);
            case IAwaitOperation or IInvocationOperation or IPropertyReferenceOperation { Property.Name: "Result" } when AwaitedCall.Of(condition) is { } call && ScopeAnswers.IsYesOrNo(call.Type):
                return ScopeAnswers.Of(call, value);
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                return ScopeAnswers.Of(property.Property, property.Instance, value);
            case IFieldReferenceOperation { Field: { Type.SpecialType: SpecialType.System_Boolean, IsConst: false } field } when ScopeQuestions.MayBeInFile(condition.Syntax.SyntaxTree):
                return field.DeclaringSyntaxReferences.IsEmpty ? Nothing : [PathCondition.Of(CodeKey.Of((ISymbol)field)) with { IsNo = !value }];
            case ILocalReferenceOperation local:
                return OfLocal(local, value);
            default:
                return Nothing;
        }
    }

    // A local that gets its value from itself, as in a loop, proves nothing by that.
    private ImmutableArray<PathCondition> OfLocal(ILocalReferenceOperation use, bool value)
    {
        _known ??= [];
        if (!_known.TryGetValue((use.Syntax, value), out var implied))
        {
            _known[(use.Syntax, value)] = Nothing;
            _known[(use.Syntax, value)] = implied = ImpliedByAll(ValueReader.OfFile().Assigned(use), use, value);
        }

        return implied;
    }

    // What all the values have in common that the local may have; a constant of the other value is none of them.
    private ImmutableArray<PathCondition> ImpliedByAll(ImmutableArray<IOperation?> assigned, IOperation use, bool value)
    {
        ImmutableArray<PathCondition>? common = null;
        foreach (var one in assigned)
        {
            if (one is null || one.Syntax.Span.Contains(use.Syntax.Span))
            {
                return Nothing;
            }

            if (one.ConstantValue.HasValue && ScopeQuestions.IsOfAsking(one, use))
            {
                return [PathCondition.OfUnknown(use.Syntax, value)];
            }

            if (!IsConstant(one, !value))
            {
                var implied = OrUnknown(one, value, answer => Of(one, answer));
                common = common is { } others ? PathCondition.Either(others, implied, use.Syntax) : implied;
            }
        }

        return common ?? Nothing;
    }

    private ImmutableArray<PathCondition> Of(IBinaryOperation binary, bool value)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And:
                return Both(binary, value, areBothKnown: value);
            case BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or:
                return Both(binary, value, areBothKnown: !value);
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                var (operand, other) = binary.LeftOperand.ConstantValue.HasValue
                    ? (binary.RightOperand, binary.LeftOperand)
                    : (binary.LeftOperand, binary.RightOperand);
                return IsNull(other) ? value == (binary.OperatorKind == BinaryOperatorKind.Equals) ? OfNull(operand) : Nothing
                    : Branches.Written(other).ConstantValue is { HasValue: true, Value: bool constant }
                    ? ImpliedByComparison(operand, constant, isEqual: value == (binary.OperatorKind == BinaryOperatorKind.Equals))
                    : Nothing;
            default:
                return Nothing;
        }
    }

    private ImmutableArray<PathCondition> Both(IBinaryOperation binary, bool value, bool areBothKnown)
    {
        var (left, right) = (OrUnknown(binary.LeftOperand, value, answer => Of(binary.LeftOperand, answer)), OrUnknown(binary.RightOperand, value, answer => Of(binary.RightOperand, answer)));
        if (areBothKnown)
        {
            return [.. left.Concat(right).Distinct()];
        }

        return PathCondition.Either(left, right, binary.Syntax);
    }

    private ImmutableArray<PathCondition> Of(IOperation operand, IPatternOperation pattern, bool value) => pattern switch
    {
        INegatedPatternOperation negated => Of(operand, negated.Pattern, !value),
        IConstantPatternOperation { Value: var constant } when value && IsNull(constant) => OfNull(operand),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } or IDeclarationPatternOperation { MatchesNull: false } when !value => OfNull(operand),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both when value => [.. Of(operand, both.LeftPattern, value).Concat(Of(operand, both.RightPattern, value)).Distinct()],
        IRecursivePatternOperation { DeconstructionSubpatterns: { IsEmpty: false } parts } when value && Branches.Written(operand) is ITupleOperation { Elements: var elements } && elements.Length == parts.Length =>
            [.. parts.SelectMany((part, position) => Of(elements[position], part, value)).Distinct()],
        IRecursivePatternOperation { PropertySubpatterns: { IsEmpty: false } parts } when value => [.. parts.SelectMany(part => OfPart(operand, part, value)).Distinct()],
        IRecursivePatternOperation { PropertySubpatterns: [var only], DeconstructionSubpatterns.IsEmpty: true } when operand.Type?.NullableAnnotation != NullableAnnotation.Annotated => OfPart(operand, only, value),
        IConstantPatternOperation { Value: var constant } when Branches.Written(constant).ConstantValue is { HasValue: true, Value: bool expected } =>
            ImpliedByComparison(operand, expected, isEqual: value),
        _ => Nothing,
    };

    // As in "is { Succeeded: true }".
    private static ImmutableArray<PathCondition> OfPart(IOperation operand, IPropertySubpatternOperation part, bool value) => part switch
    {
        { Member: IPropertyReferenceOperation { Property: var property }, Pattern: IConstantPatternOperation { Value: var constant } } when Branches.Written(constant).ConstantValue is { HasValue: true, Value: bool expected } =>
            ScopeAnswers.Of(property, operand, expected == value),
        { Member: IPropertyReferenceOperation { Property: { Name: "Failure", ContainingType.Name: "AuthorizationResult" } }, Pattern: IConstantPatternOperation { Value: var constant } } when value && IsNull(constant) =>
            PolicyReader.AskedFor(operand),
        _ => Nothing,
    };

    // If a nullable is not true, it is not known whether it is false or null.
    private ImmutableArray<PathCondition> ImpliedByComparison(IOperation operand, bool constant, bool isEqual) =>
        isEqual ? Of(operand, constant)
        : Branches.Written(operand).Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? Nothing
        : Of(operand, !constant);

    // A method of the project that returned null: it may return something else where a scope is missing.
    private static ImmutableArray<PathCondition> OfNull(IOperation operand)
    {
        var value = Branches.Unconverted(operand);
        if (value is ILocalReferenceOperation local)
        {
            value = ValueReader.OfFile().Assigned(local) is [{ } only] && !only.Syntax.Span.Contains(local.Syntax.Span) ? Branches.Unconverted(only) : null;
        }

        return value is IPropertyReferenceOperation { Property: { Name: "Failure", ContainingType.Name: "AuthorizationResult" } } failure ? PolicyReader.AskedFor(failure.Instance)
            : AwaitedCall.Of(value) is { TargetMethod.DeclaringSyntaxReferences: [_] } call ? [PathCondition.After(call.TargetMethod) with { IsNull = true, Arguments = ScopeAnswers.ConstantsIn(call) }]
            : Nothing;
    }

    private static bool IsNull(IOperation constant) => Branches.Unconverted(constant).ConstantValue is { HasValue: true, Value: null };

    private static bool IsConstant(IOperation operation, bool value) =>
        Branches.Written(operation).ConstantValue is { HasValue: true, Value: bool constant } && constant == value;
}
