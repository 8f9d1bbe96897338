using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Hierarchy;

/// <summary>Compares types that can contain type parameters.</summary>
internal static class Unification
{
    /// <summary>Whether both can be the same type after their type parameters are replaced.</summary>
    public static bool MayBeSame(ITypeSymbol type, ITypeSymbol other) => (type, other) switch
    {
        (ITypeParameterSymbol, _) or (_, ITypeParameterSymbol) => true,
        (INamedTypeSymbol named, INamedTypeSymbol otherNamed) =>
            SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, otherNamed.OriginalDefinition)
            && named.TypeArguments.Zip(otherNamed.TypeArguments, MayBeSame).All(same => same),
        (IArrayTypeSymbol array, IArrayTypeSymbol otherArray) => MayBeSame(array.ElementType, otherArray.ElementType),
        _ => SymbolEqualityComparer.Default.Equals(type, other),
    };
}
