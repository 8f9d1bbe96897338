using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Recognizes the methods with which an app maps the types of a framework, by their names and namespaces.</summary>
internal static class FrameworkMethods
{
    /// <summary>The kind of endpoints that the method maps; null for other methods.</summary>
    public static EndpointFamily? FamilyOf(IMethodSymbol method)
    {
        if (!method.Name.StartsWith("Map", StringComparison.Ordinal) && !method.Name.StartsWith("Use", StringComparison.Ordinal))
        {
            return null;
        }

        return method.Name switch
        {
            "MapControllers" or "MapControllerRoute" or "MapDefaultControllerRoute" or "MapAreaControllerRoute" or "MapDynamicControllerRoute"
                or "MapFallbackToController" or "MapFallbackToAreaController" or "UseMvc" or "UseMvcWithDefaultRoute" when Namespaces.IsIn(method, "Microsoft.AspNetCore.Builder") => EndpointFamily.Controllers,
            "MapRazorPages" when Namespaces.IsIn(method, "Microsoft.AspNetCore.Builder") => EndpointFamily.Pages,
            "MapHub" when Namespaces.IsIn(method, "Microsoft.AspNetCore.Builder") => EndpointFamily.Hubs,
            "MapRazorComponents" or "MapBlazorHub" when Namespaces.IsIn(method, "Microsoft.AspNetCore.Builder") => EndpointFamily.Components,
            "MapGrpcService" when Namespaces.IsIn(method, "Microsoft.AspNetCore.Builder") => EndpointFamily.Grpc,
            "MapFastEndpoints" or "UseFastEndpoints" when Namespaces.IsIn(method, "FastEndpoints") => EndpointFamily.FastEndpoints,
            "MapWolverineEndpoints" when Namespaces.IsIn(method, "Wolverine.Http") => EndpointFamily.Wolverine,
            "MapCarter" when Namespaces.IsIn(method, "Carter") => EndpointFamily.Carter,
            _ => null,
        };
    }

    /// <summary>Whether the method returns a builder for what it maps, and not the one that it was called on.</summary>
    public static bool MakesBuilder(IMethodSymbol method) =>
        FamilyOf(method) is EndpointFamily.Controllers or EndpointFamily.Pages or EndpointFamily.Hubs or EndpointFamily.Components or EndpointFamily.Grpc;
}
