using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Distinguishes libraries that may know DoOAuth's scopes from those that cannot.</summary>
internal static class LibraryCode
{
    /// <summary>Whether a method is of a library that references DoOAuth, so that it may put guards on and ask for scopes. One that maps endpoints guards its own.</summary>
    public static bool KnowsScopes(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty
        && !method.Name.StartsWith("Map", StringComparison.Ordinal)
        && UserCode.Includes(method)
        && !RuntimeTypes.IsInRuntime(method.ContainingType)
        && method.ContainingModule is { } module
        && module.ReferencedAssemblies.Any(assembly => assembly.Name == "DoOAuth");
}
