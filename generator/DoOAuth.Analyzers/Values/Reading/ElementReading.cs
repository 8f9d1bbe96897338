using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Tells collections of texts that callers pass, such as <c>params string[] segments</c>.</summary>
internal static class ElementReading
{
    /// <summary>The parameter with the collection; null if the expression is something else.</summary>
    public static IParameterSymbol? CollectionIn(IOperation value) =>
        Branches.Unconverted(value) is IParameterReferenceOperation
        {
            Parameter: { RefKind: RefKind.None or RefKind.In, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor } } parameter,
        } use
        && IsOfTexts(parameter.Type)
        && !VariableMentions.In(VariableScope.Of(use, parameter).Syntax, parameter.Name).MayChange
            ? parameter
            : null;

    /// <summary>Whether a collection is written without elements, as where a call has none for <c>params</c>.</summary>
    public static bool IsEmpty(IOperation value) => Branches.Unconverted(value) switch
    {
        ICollectionExpressionOperation { Elements: var elements } => elements.IsEmpty,
        IArrayCreationOperation { Initializer: { ElementValues: var elements } } => elements.IsEmpty,
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" or "Enumerable" } } => true,
        _ => false,
    };

    /// <summary>The parameter with the collection, also where each element is escaped: what is escaped for nothing stays as it is.</summary>
    public static IParameterSymbol? EscapedIn(IOperation value) => CollectionIn(
        Branches.Unconverted(value) is IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var collection }, { Value: IDelegateCreationOperation { Target: IMethodReferenceOperation { Method.Name: "EscapeDataString" } } }] }
            ? collection
            : value);

    /// <summary>The parameter with the collection, where a lambda puts a text before each element; null for anything else.</summary>
    public static (IParameterSymbol Collection, string Before)? PrefixedIn(IOperation value) =>
        Branches.Unconverted(value) is IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var elements }, _] } call
        && LambdaElements.LambdaOf(call) is { Symbol.Parameters: [var element], Body: var body }
        && FunctionReading.Returned(body).ToList() is [IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand.ConstantValue: { HasValue: true, Value: string before }, RightOperand: IParameterReferenceOperation { Parameter: var named } }]
        && SymbolEqualityComparer.Default.Equals(named, element)
        && CollectionIn(elements) is { } collection
            ? (collection, before)
            : null;

    /// <summary>Whether the type is a collection of strings.</summary>
    public static bool IsOfTexts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }], Name: "ReadOnlySpan" or "Span" or "List" or "ImmutableArray" } => true,
        INamedTypeSymbol { TypeKind: TypeKind.Interface, TypeArguments: [{ SpecialType: SpecialType.System_String }] } named =>
            named.Name is "IEnumerable" || named.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable),
        _ => false,
    };
}
