using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Distinguishes the builders of endpoints and groups from other types.</summary>
internal sealed class BuilderTypes
{
    private readonly INamedTypeSymbol _routes;
    private readonly INamedTypeSymbol _conventions;
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly Func<ITypeSymbol, bool> _isBuilder;

    private BuilderTypes(INamedTypeSymbol routes, INamedTypeSymbol conventions) => (_routes, _conventions, _isBuilder) = (routes, conventions, IsBuilder);

    /// <summary>The builder types of the compilation; null if it does not reference ASP.NET Core, and so has no endpoints.</summary>
    public static BuilderTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder") is { } routes
        && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.IEndpointConventionBuilder") is { } conventions
            ? new BuilderTypes(routes, conventions)
            : null;

    /// <summary>Whether endpoints can be mapped on it or guards added to it.</summary>
    public bool Includes(ITypeSymbol? type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None } or ITypeParameterSymbol && _known.GetOrAdd(type, _isBuilder);

    private bool IsBuilder(ITypeSymbol type) => Is(type, _routes) || Is(type, _conventions);

    private static bool Is(ITypeSymbol type, INamedTypeSymbol builder) => type is ITypeParameterSymbol parameter
        ? parameter.ConstraintTypes.Any(constraint => Is(constraint, builder))
        : SymbolEqualityComparer.Default.Equals(type, builder) || type.AllInterfaces.Contains(builder, SymbolEqualityComparer.Default);
}
