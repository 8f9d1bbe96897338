using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>
/// Razor components with a route: what runs when they appear, and what their markup calls, which includes event handlers. A component without a
/// route is part of those that show it.
/// </summary>
internal sealed class ComponentMethods(GuardReader guards) : TypeFramework
{
    private const string Components = "Microsoft.AspNetCore.Components";

    private static readonly string[] Lifecycle =
        ["OnInitialized", "OnInitializedAsync", "OnParametersSet", "OnParametersSetAsync", "OnAfterRender", "OnAfterRenderAsync", "SetParametersAsync"];

    public override EndpointFamily Family => EndpointFamily.Components;

    public override IEnumerable<TypeEndpoint> EndpointsOf(INamedTypeSymbol type)
    {
        var attributes = TypeMembers.AttributesOf(type);
        if (type.IsAbstract || !IsComponent(type) || !type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "RouteAttribute" } route && Namespaces.IsIn(route, Components)))
        {
            yield break;
        }

        var place = type.Locations.Any(location => location.SourceTree is { } tree && RazorFiles.IsGenerated(tree)) ? GuardPlace.RazorFile : GuardPlace.Class;
        var ofType = guards.Of(attributes);
        foreach (var method in TypeMembers.Methods(type).Where(method => IsRendering(method) || TypeMembers.Has(method.GetAttributes(), "Microsoft.JSInterop", "JSInvokableAttribute")))
        {
            yield return method.Name == "BuildRenderTree"
                ? new TypeEndpoint(type, method, ofType, place) { IsMarkup = true, Title = type.Name }
                : new TypeEndpoint(type, method, ofType, place);
        }
    }

    /// <summary>Whether the type is a component.</summary>
    public static bool IsComponent(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && type.AllInterfaces.Any(candidate => TypeMembers.Is(candidate, Components, "IComponent"));

    /// <summary>The methods that run when a component is shown.</summary>
    public static IEnumerable<IMethodSymbol> Rendering(INamedTypeSymbol type) =>
        TypeMembers.Methods(type).Where(IsRendering);

    private static bool IsRendering(IMethodSymbol method) => method.IsOverride && (method.Name == "BuildRenderTree" || Lifecycle.Contains(method.Name));
}
