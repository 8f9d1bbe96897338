using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Actions of MVC controllers, found by ASP.NET Core's rules: <c>ControllerFeatureProvider</c> for types, <c>DefaultApplicationModelProvider</c> for methods.</summary>
internal sealed class ControllerActions(GuardReader guards, MvcFilters filters) : TypeFramework
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";

    public override EndpointFamily Family => EndpointFamily.Controllers;

    public override ImmutableArray<Guard> GuardsOfApp => filters.OfApp;

    public override IEnumerable<TypeEndpoint> EndpointsOf(INamedTypeSymbol type)
    {
        if (!IsController(type))
        {
            yield break;
        }

        var ofType = GuardsOf(TypeMembers.AttributesOf(type)).AddRange(filters.OfType(type));
        foreach (var method in TypeMembers.Methods(type).Where(IsAction))
        {
            yield return new TypeEndpoint(type, method, ofType.AddRange(GuardsOf(TypeMembers.AttributesOf(method))), GuardPlace.Method);
        }
    }

    // Routes of one builder share their actions, and what is added to MapControllers() is added to all of them.
    public override IEnumerable<(TypeMapping Mapping, ImmutableArray<BuilderOrigin> Builders)> MappingsOf(TypeEndpoint endpoint, IReadOnlyList<TypeMapping> mappings)
    {
        var hasRoute = HasRoute(endpoint);
        foreach (var ofBuilder in mappings.GroupBy(mapping => (mapping.From, mapping.Member, mappings.First(other => other.Around.SequenceEqual(mapping.Around)).Origin)))
        {
            var first = ofBuilder.First();
            ImmutableArray<BuilderOrigin> counting = [.. ofBuilder.Where(mapping => !mapping.IsRoute || !hasRoute).Select(mapping => mapping.Origin)];
            yield return (first, counting.IsEmpty ? first.Around : counting);
        }
    }

    private ImmutableArray<Guard> GuardsOf(ImmutableArray<AttributeData> attributes) => guards.Of(attributes).AddRange(filters.Of(attributes));

    private static bool IsController(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false, DeclaredAccessibility: Accessibility.Public, ContainingType: null, IsStatic: false })
        {
            return false;
        }

        var attributes = TypeMembers.AttributesOf(type);
        return !TypeMembers.Has(attributes, Mvc, "NonControllerAttribute")
            && (type.Name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase) || TypeMembers.Has(attributes, Mvc, "ControllerAttribute"));
    }

    private static bool IsAction(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsGenericMethod: false }
        && TypeMembers.RootOf(method).ContainingType.SpecialType != SpecialType.System_Object
        && (method.Name != "Dispose" || !method.Parameters.IsEmpty)
        && !TypeMembers.Has(TypeMembers.AttributesOf(method), Mvc, "NonActionAttribute");

    // A route template of its own, on the action or its controller.
    private static bool HasRoute(TypeEndpoint endpoint) => TypeMembers.AttributesOf(endpoint.Type).Concat(TypeMembers.AttributesOf(endpoint.Method)).Any(attribute =>
        attribute.AttributeClass is { } type
        && (type.Name == "RouteAttribute" || (type.Name.StartsWith("Http", StringComparison.Ordinal) && attribute.ConstructorArguments.Any(argument => argument.Value is string))));
}
