using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Reads questions for scopes that an object was made with, such as a filter or an attribute, and for each scope of a list.</summary>
internal static class GivenScopes
{
    private static readonly PathCondition Any = PathCondition.OfPolicy(null);

    /// <summary>A question for what the object has: <c>@0</c> for a parameter of its constructor, <c>@Scope</c> for a property. If it is neither, it may be any scope.</summary>
    public static PathCondition Of(IOperation scope) => Origin(scope) switch
    {
        { ConstantValue: { HasValue: true, Value: string name } } => PathCondition.Of(name),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.InstanceConstructors.Length: 1 } } parameter } => PathCondition.Of($"@{parameter.Ordinal}"),
        IPropertyReferenceOperation { Property: { IsStatic: false, SetMethod: not null, Name: var name }, Instance: IInstanceReferenceOperation } => PathCondition.Of($"@{name}"),
        _ => Any,
    };

    /// <summary>A question for the element of a loop through what the object was made with; null for another loop.</summary>
    public static PathCondition? OfLoop(ILocalReferenceOperation element)
    {
        for (var around = element.Parent; around is not null; around = around.Parent)
        {
            if (around is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var variable } } loop && SymbolEqualityComparer.Default.Equals(variable, element.Local))
            {
                return Of(Branches.Unconverted(loop.Collection)) is { Scope: not null } given ? given : null;
            }
        }

        return null;
    }

    /// <summary>What is known after <c>scopes.All(user.HasScope)</c>, or <c>Any</c>, with an answer; null for other calls.</summary>
    public static ImmutableArray<PathCondition>? OfList(IInvocationOperation call, bool answer)
    {
        if (call is not { TargetMethod: { Name: "All" or "Any", ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } }, Arguments: [{ Value: var list }, { Value: var question }] })
        {
            return null;
        }

        var isAny = call.TargetMethod.Name == "Any";
        if (isAny && ScopeAnswers.IsScopesOfUser(list))
        {
            return ComparedWith(question) is not { } scope ? null : answer ? [PathCondition.Of(scope)] : [];
        }

        // One of the list is granted, or all of it: no other answer says anything.
        return Asks(question) is not (Asks: true, IsMissing: var isMissing) ? null
            : answer != isAny && (isMissing != answer) ? ScopesIn(list) is { } scopes ? [.. scopes.Select(PathCondition.Of)] : [Of(Branches.Unconverted(list))]
            : answer == isAny && (isMissing != answer) ? OneOf(list)
            : [];
    }

    /// <summary>Whether a question is for the elements of a list, so that an empty list asks for nothing.</summary>
    public static bool IsOfList(PathCondition condition) => condition == Any || condition.Scope?.StartsWith("@", StringComparison.Ordinal) is true;

    /// <summary>What an object is made with, as <see cref="PathCondition.Arguments"/> has it.</summary>
    public static string ArgumentsOf(IObjectCreationOperation creation) => string.Join(";", ValueReader.ArgumentsOf(creation)
        .Select(argument => (Name: argument.Parameter!.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture), argument.Value))
        .Concat((creation.Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation)
            .Select(assignment => (((IPropertyReferenceOperation)assignment.Target).Property.Name, assignment.Value)))
        .Select(given => (given.Name, Scopes: ConstantsIn(given.Value)))
        .Where(given => given.Scopes.Length > 0)
        .Select(given => $"{given.Name}={given.Scopes}"));

    /// <summary>What an attribute is made with.</summary>
    public static string ArgumentsOf(AttributeData attribute) => string.Join(";", attribute.ConstructorArguments
        .Select((argument, place) => (Name: place.ToString(System.Globalization.CultureInfo.InvariantCulture), Value: argument))
        .Concat(attribute.NamedArguments.Select(argument => (Name: argument.Key, argument.Value)))
        .Select(given => (given.Name, Scopes: string.Join("+", TextsIn(given.Value))))
        .Where(given => given.Scopes.Length > 0)
        .Select(given => $"{given.Name}={given.Scopes}"));

    /// <summary>What a call passes, by the parameters' positions. What its own method was passed begins with a dollar sign.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="method">The method.</param>
    /// <param name="prefix">What comes before the positions.</param>
    public static string ArgumentsOf(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method, string prefix) => string.Join(";", arguments
        .Where(argument => argument.Parameter is not null && argument.Value.Type is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String })
        .Select(argument => (Place: CallArguments.OrdinalOf(argument.Parameter!, method), Scopes: ParameterOf(argument.Value) is { ContainingSymbol: IMethodSymbol caller } own ? $"${CallArguments.OrdinalOf(own, caller)}" : ConstantsIn(argument.Value)))
        .Where(given => given.Scopes.Length > 0)
        .Select(given => $"{prefix}{given.Place}={given.Scopes}"));

    /// <summary>The parameter of a method that a value is, or whose elements a loop goes through; null for another value.</summary>
    public static IParameterSymbol? ParameterOf(IOperation value)
    {
        value = Branches.Unconverted(value);
        if (value is ILocalReferenceOperation { Local: { IsForEach: true } local })
        {
            for (var around = value.Parent; around is not null; around = around.Parent)
            {
                if (around is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var variable } } loop && SymbolEqualityComparer.Default.Equals(variable, local))
                {
                    value = Branches.Unconverted(loop.Collection);
                    break;
                }
            }
        }

        return value is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension } } parameter } ? parameter : null;
    }

    private static IEnumerable<string> TextsIn(TypedConstant value) => value.Kind == TypedConstantKind.Array
        ? value.IsNull ? [] : value.Values.SelectMany(TextsIn)
        : value.Value is string text ? [text] : [];

    private static string ConstantsIn(IOperation value)
    {
        value = Branches.Unconverted(value);
        IReadOnlyList<IOperation> elements = value switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var written } => written,
            ICollectionExpressionOperation { Elements: var written } => written,
            _ => [value],
        };
        return elements.All(element => element.ConstantValue.Value is string) ? string.Join("+", elements.Select(element => (string)element.ConstantValue.Value!)) : "";
    }

    // The expression behind fields that only the constructor assigns.
    private static IOperation Origin(IOperation value) =>
        value is IFieldReferenceOperation or IPropertyReferenceOperation { Property.SetMethod: null } && ValueReader.OfFile().Origins(value) is [{ } only] ? only : value;

    private static IEnumerable<string>? ScopesIn(IOperation list) =>
        ValueReader.OfFile().Collections.ElementsOf(list) is { IsEmpty: false } elements && elements.All(element => element.ConstantValue.Value is string) ? elements.Select(element => (string)element.ConstantValue.Value!) : null;

    private static ImmutableArray<PathCondition> OneOf(IOperation list) => [ScopesIn(list) is { } scopes ? PathCondition.Of(string.Join("|", scopes.Distinct())) : Any];

    // Whether a function asks for an element, and whether its answer is that the scope is missing.
    private static (bool Asks, bool IsMissing) Asks(IOperation question)
    {
        switch (Branches.Unconverted(question) is IDelegateCreationOperation { Target: var target } ? target : null)
        {
            case IMethodReferenceOperation { Method: { Name: "HasScope", ContainingType.Name: "DigitalOceanUser" } }:
                return (true, false);
            case IMethodReferenceOperation { Method.Name: "Contains", Instance: var list }:
                return (ScopeAnswers.IsScopesOfUser(list), false);
            case IAnonymousFunctionOperation { Symbol.Parameters: [var element], Body: var body } when FunctionReading.Returned(body).ToList() is [var answer]:
                var isMissing = answer is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not };
                return ((isMissing ? ((IUnaryOperation)answer).Operand : answer) is IInvocationOperation asked
                    && ScopeAnswers.ScopeAskedFor(asked) is IParameterReferenceOperation { Parameter: var named }
                    && SymbolEqualityComparer.Default.Equals(named, element), isMissing);
            default:
                return (false, false);
        }
    }

    // As in "scope => scope == Scopes.Droplet.Read".
    private static string? ComparedWith(IOperation question) =>
        Branches.Unconverted(question) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } } && FunctionReading.Returned(body).ToList() is [IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality]
            ? (equality.LeftOperand.ConstantValue.Value ?? equality.RightOperand.ConstantValue.Value) as string
            : null;
}
