using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Endpoints of Wolverine.Http: methods with attributes such as <c>[WolverineGet]</c>, and the methods of their class that run before them.</summary>
internal sealed class WolverineMethods(IReadOnlyList<TypeMapping> mappings, GuardReader guards, ConfigurationReader configuration) : TypeFramework
{
    private static readonly string[] Before = ["Before", "BeforeAsync", "Load", "LoadAsync", "Validate", "ValidateAsync"];

    public override EndpointFamily Family => EndpointFamily.Wolverine;

    public override ImmutableArray<Guard> GuardsOfApp { get; } =
        [.. mappings.Where(mapping => mapping.Family == EndpointFamily.Wolverine).SelectMany(mapping => configuration.Of(mapping.Call)).Where(guard => guard.Kind != GuardKind.Anonymous)];

    public override IEnumerable<TypeEndpoint> EndpointsOf(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class)
        {
            yield break;
        }

        var methods = TypeMembers.Methods(type).Where(method => method.DeclaredAccessibility == Accessibility.Public).ToList();
        if (methods.Where(method => IsEndpoint(method.GetAttributes())).ToList() is not { Count: > 0 } endpoints)
        {
            yield break;
        }

        var attributes = TypeMembers.AttributesOf(type);
        var ofType = guards.Of(attributes).AddRange(MiddlewareOf(attributes)).AddRange(methods.Where(method => Before.Contains(method.Name)).SelectMany(method => FilterCode.OfAny(method)));
        foreach (var method in endpoints)
        {
            yield return new TypeEndpoint(type, method, [.. ofType, .. guards.Of(method.GetAttributes()), .. MiddlewareOf(method.GetAttributes())], GuardPlace.Method);
        }

        // They run for each of the endpoints, of which any may have the guard.
        foreach (var method in methods.Where(method => Before.Contains(method.Name)))
        {
            yield return new TypeEndpoint(type, method, [.. ofType, .. endpoints.SelectMany(endpoint => guards.Of(endpoint.GetAttributes()))], GuardPlace.Class);
        }
    }

    private static bool IsEndpoint(ImmutableArray<AttributeData> attributes) => attributes.Any(attribute =>
        attribute.AttributeClass is { } type && type.Name.StartsWith("Wolverine", StringComparison.Ordinal) && Namespaces.IsIn(type, "Wolverine.Http"));

    private static IEnumerable<Guard> MiddlewareOf(ImmutableArray<AttributeData> attributes) => attributes
        .Where(attribute => attribute.AttributeClass is { Name: "MiddlewareAttribute" })
        .SelectMany(attribute => attribute.ConstructorArguments)
        .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values : [argument])
        .SelectMany(argument => FilterCode.OfAny(argument.Value as ITypeSymbol));
}
