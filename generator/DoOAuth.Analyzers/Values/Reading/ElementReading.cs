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
