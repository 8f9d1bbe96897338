using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.ScopeUses;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using DoOAuth.Catalog.Symbols;
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
    public static ImmutableArray<PathCondition> Implied(IOperation? condition, bool value) => new ConditionReader().Of(condition, value);

    /// <summary>What is true if a value matches a pattern, or does not.</summary>
    public static ImmutableArray<PathCondition> Implied(IOperation operand, IPatternOperation pattern, bool value) => new ConditionReader().Of(operand, pattern, value);

    /// <summary>What is true if a value is null.</summary>
    public static ImmutableArray<PathCondition> ImpliedByNull(IOperation? value) => value is null ? Nothing : OfNull(value);

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
            case IAwaitOperation or IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } or IPropertyReferenceOperation { Property.Name: "Result" } when value && AwaitedCall.Of(condition) is { } call:
                return Granted(call);
            case IPropertyReferenceOperation { Property: { Name: "Succeeded", ContainingType.Name: "AuthorizationResult" } } result when value:
                return PolicyReader.AskedFor(result.Instance);
            case IPropertyReferenceOperation { Property.IsIndexer: false } property when value && IsPredicate(property.Property.GetMethod):
                return [PathCondition.Of(CodeKey.Of(property.Property.GetMethod!))];
            case ILocalReferenceOperation local:
                return OfLocal(local, value);
            default:
                return Nothing;
        }
    }

    /// <summary>The scope that the call checks.</summary>
    public static IOperation? ScopeAskedFor(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "HasScope" => ScopeCall.ScopesOf(call).FirstOrDefault(),
        "HasClaim" when PolicyReader.ScopeOfClaim(call) is { } scope => scope,
        "Contains" when ScopesOfUser(call) => call.Arguments[call.Instance is null ? 1 : 0].Value,
        _ => null,
    };

    /// <summary>Whether the expression is the list of the user's scopes.</summary>
    public static bool IsScopesOfUser(IOperation? expression) => (expression is null ? null : Branches.Written(expression)) is IPropertyReferenceOperation
    {
        Property: { Name: "Scopes", ContainingType: { Name: "DigitalOceanUser" } user },
    } && RuntimeTypes.IsInRuntime(user);

    private static bool ScopesOfUser(IInvocationOperation call) =>
        call.Instance is null ? call.Arguments.Length == 2 && IsScopesOfUser(call.Arguments[0].Value) : call.Arguments.Length == 1 && IsScopesOfUser(call.Instance);

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

            if (!IsConstant(one, !value))
            {
                var implied = Of(one, value);
                common = common is { } others ? [.. others.Where(implied.Contains)] : implied;
            }
        }

        return common ?? Nothing;
    }

    private static ImmutableArray<PathCondition> Granted(IInvocationOperation call)
    {
        if (ScopeAskedFor(call) is { } scope)
        {
            return scope switch
            {
                { ConstantValue: { HasValue: true, Value: string name } } => [PathCondition.Of(name)],
                IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } or IFieldReferenceOperation or IPropertyReferenceOperation => [GivenScopes.Of(scope)],
                ILocalReferenceOperation { Local.IsForEach: true } local when GivenScopes.OfLoop(local) is { } given => [given],
                // What a loop takes from a table is not known here, together with what needs it.
                ILocalReferenceOperation { Local: var local } when IsOfLoop(local) => [PathCondition.OfPolicy(null)],
                ILocalReferenceOperation local => OfScopes(ValueReader.OfFile().Assigned(local)),
                IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } => [PathCondition.Of($"${CallArguments.OrdinalOf(parameter, method)}")],
                _ => Nothing,
            };
        }

        if (PolicyReader.AsksClaims(call) is { } claims)
        {
            return claims;
        }

        if (GivenScopes.OfAll(call) is { } all)
        {
            return all;
        }

        return IsPredicate(call.TargetMethod) ? [PathCondition.Of(CodeKey.Of(call.TargetMethod)) with { Arguments = ConstantsIn(call) }] : Nothing;
    }

    private static bool IsOfLoop(ILocalSymbol local) => local.IsForEach || (local.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is SingleVariableDesignationSyntax designation
        && designation.FirstAncestorOrSelf<StatementSyntax>() is ForEachVariableStatementSyntax loop && loop.Variable.Span.Contains(designation.Span));

    private static ImmutableArray<PathCondition> OfScopes(ImmutableArray<IOperation?> assigned) =>
        assigned.All(value => value?.ConstantValue.HasValue is true)
            ? [PathCondition.Of(string.Join("|", assigned.Select(value => value!.ConstantValue.Value as string).Distinct()))]
            : [PathCondition.OfPolicy(null)];

    /// <summary>The constants that a call passes, and what its own method was passed, by the positions of their parameters.</summary>
    public static string ConstantsIn(IInvocationOperation call) => string.Join(";", call.Arguments
        .Where(argument => argument.Parameter is not null)
        .Select(argument => (argument.Parameter, Text: argument.Value switch
        {
            { ConstantValue: { HasValue: true, Value: string constant } } => constant,
            IParameterReferenceOperation { Type.SpecialType: SpecialType.System_String, Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } method } parameter } => $"${CallArguments.OrdinalOf(parameter, method)}",
            IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation when argument.Value.Type is { SpecialType: SpecialType.System_String } => GivenScopes.Of(argument.Value).Scope,
            _ => null,
        }))
        .Where(passed => passed.Text is not null)
        .Select(passed => $"{CallArguments.OrdinalOf(passed.Parameter!, call.TargetMethod)}={passed.Text}"));

    private static bool IsPredicate(IMethodSymbol? method) =>
        method is { DeclaringSyntaxReferences.IsEmpty: false }
        && method.ReturnType is { SpecialType: SpecialType.System_Boolean } or INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

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
        var (left, right) = (Of(binary.LeftOperand, value), Of(binary.RightOperand, value));
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
        IConstantPatternOperation { Value: var constant } when Branches.Written(constant).ConstantValue is { HasValue: true, Value: bool expected } =>
            ImpliedByComparison(operand, expected, isEqual: value),
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

        return AwaitedCall.Of(value) is { TargetMethod.DeclaringSyntaxReferences: [var declaration] } call
            ? [PathCondition.After(declaration.GetSyntax()) with { IsNull = true, Arguments = ConstantsIn(call) }]
            : Nothing;
    }

    private static bool IsNull(IOperation constant) => Branches.Unconverted(constant).ConstantValue is { HasValue: true, Value: null };

    private static bool IsConstant(IOperation operation, bool value) =>
        Branches.Written(operation).ConstantValue is { HasValue: true, Value: bool constant } && constant == value;
}
