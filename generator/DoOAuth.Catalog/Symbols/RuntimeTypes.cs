using Microsoft.CodeAnalysis;

namespace DoOAuth.Catalog.Symbols;

/// <summary>
/// Recognizes DoOAuth's types by their full names, as the generator does, so that it also works for a project that references the
/// runtime twice.
/// </summary>
internal static class RuntimeTypes
{
    /// <summary>Whether this is <c>[DigitalOceanOAuth]</c>, which makes a class an application.</summary>
    public static bool IsApplication(INamedTypeSymbol? attributeClass) => Is(attributeClass, "DigitalOceanOAuthAttribute");

    /// <summary>Whether this is <c>[DigitalOceanScope]</c>, which declares a scope.</summary>
    public static bool IsScopeDeclaration(INamedTypeSymbol? attributeClass) => Is(attributeClass, "DigitalOceanScopeAttribute");

    /// <summary>Whether this is <c>[RequireScope]</c>, which guards a handler.</summary>
    public static bool IsGuard(INamedTypeSymbol? attributeClass) => Is(attributeClass, "RequireScopeAttribute");

    /// <summary>Whether the type is one of the runtime's own, by its namespace.</summary>
    public static bool IsInRuntime(INamedTypeSymbol type) => type is
    {
        ContainingType: null,
        ContainingNamespace: { Name: "DoOAuth", ContainingNamespace.IsGlobalNamespace: true },
    };

    private static bool Is(INamedTypeSymbol? attributeClass, string name) =>
        attributeClass is not null && attributeClass.Name == name && IsInRuntime(attributeClass);
}
