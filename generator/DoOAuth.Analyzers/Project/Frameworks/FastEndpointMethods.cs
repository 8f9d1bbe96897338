using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Endpoints of FastEndpoints: one for each class, with its guards in <c>Configure()</c>, in its groups, or in attributes.</summary>
internal sealed class FastEndpointMethods(IReadOnlyList<TypeMapping> mappings, GuardReader guards, ConfigurationReader configuration) : TypeFramework
{
    private static readonly string[] Handlers = ["HandleAsync", "ExecuteAsync", "OnBeforeHandle", "OnBeforeHandleAsync", "OnBeforeValidate", "OnBeforeValidateAsync"];

    public override EndpointFamily Family => EndpointFamily.FastEndpoints;

    // The app may set this for some endpoints only. AllowAnonymous() there does not remove the guard of an endpoint.
    public override ImmutableArray<Guard> GuardsOfApp { get; } =
        [.. mappings.Where(mapping => mapping.Family == EndpointFamily.FastEndpoints).SelectMany(mapping => configuration.Of(mapping.Call)).Where(guard => guard.Kind != GuardKind.Anonymous)];

    public override IEnumerable<TypeEndpoint> EndpointsOf(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false } || !TypeMembers.DerivesFrom(type, "FastEndpoints", "BaseEndpoint", "Endpoint", "EndpointWithoutRequest", "EndpointWithMapping", "EndpointWithMapper"))
        {
            yield break;
        }

        var methods = TypeMembers.Methods(type).ToList();
        var configure = methods.FirstOrDefault(method => method is { Name: "Configure", Parameters.IsEmpty: true });
        var ofType = guards.Of(TypeMembers.AttributesOf(type));
        var all = configure is null ? ofType : [.. ofType, .. BasesOf(configure).SelectMany(configuration.Of)];
        foreach (var method in methods.Where(method => method.IsOverride && Handlers.Contains(method.Name)))
        {
            yield return new TypeEndpoint(type, method, all, configure is null ? GuardPlace.Class : GuardPlace.Configuration);
        }
    }

    // A base class's method may be called first.
    private static IEnumerable<IMethodSymbol> BasesOf(IMethodSymbol configure)
    {
        for (var method = configure; method is not null; method = method.OverriddenMethod)
        {
            yield return method;
        }
    }
}
