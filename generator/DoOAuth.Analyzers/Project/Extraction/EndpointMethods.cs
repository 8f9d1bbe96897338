using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Recognizes ASP.NET Core's own methods on builders.</summary>
internal static class EndpointMethods
{
    /// <summary>Whether the method maps an endpoint with a handler, like <c>MapGet</c> with a <c>Delegate</c> or a <c>RequestDelegate</c>.</summary>
    public static bool MapsEndpoint(IMethodSymbol method) =>
        method.Name.StartsWith("Map", StringComparison.Ordinal)
        && method.ContainingType is { Name: "EndpointRouteBuilderExtensions" or "FallbackEndpointRouteBuilderExtensions" } type
        && IsInBuilderNamespace(type)
        && HandlerOf(method) is not null;

    /// <summary>The parameter for the handler.</summary>
    public static IParameterSymbol? HandlerOf(IMethodSymbol method) =>
        method.Parameters.LastOrDefault() is { Type: { Name: "Delegate" or "RequestDelegate" } } handler ? handler : null;

    /// <summary>Whether the method creates a group.</summary>
    public static bool MapsGroup(IMethodSymbol method) =>
        method is { Name: "MapGroup", ContainingType: { Name: "EndpointRouteBuilderExtensions" } type } && IsInBuilderNamespace(type);

    /// <summary>Whether the method adds a filter, whose code runs before the handler and after the guards.</summary>
    public static bool AddsFilter(IMethodSymbol method) =>
        method is { Name: "AddEndpointFilter" or "AddEndpointFilterFactory", ContainingType: { Name: "EndpointFilterExtensions" } type } && IsHttp(type);

    /// <summary>Whether the method returns its own builder, so that calls can be chained.</summary>
    public static bool HandsBack(IMethodSymbol method) =>
        method is { IsStatic: true, Parameters: [{ Type: var first }, ..] } && SymbolEqualityComparer.Default.Equals(first, method.ReturnType);

    public static bool IsInBuilderNamespace(INamedTypeSymbol type) => type.ContainingNamespace is
    {
        Name: "Builder",
        ContainingNamespace: { Name: "AspNetCore", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } },
    };

    private static bool IsHttp(INamedTypeSymbol type) => type.ContainingNamespace is
    {
        Name: "Http",
        ContainingNamespace: { Name: "AspNetCore", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } },
    };
}
