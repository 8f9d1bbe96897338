using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Methods of gRPC services: what a class overrides of the generated base class, or implements of a service contract.</summary>
internal sealed class GrpcMethods(ProjectSummary summary, GuardReader guards, MemberBodies bodies) : TypeFramework
{
    public override EndpointFamily Family => EndpointFamily.Grpc;

    public override ImmutableArray<Guard> GuardsOfApp { get; } =
    [
        .. summary.Conventions.Where(convention => convention.Family == EndpointFamily.Grpc)
            .SelectMany(convention => bodies.Of(convention.Call) is IInvocationOperation call ? FilterCode.OfAny(InterceptorOf(call)) : [new Guard(GuardKind.Unreadable)]),
    ];

    public override IEnumerable<TypeEndpoint> EndpointsOf(INamedTypeSymbol type)
    {
        var contract = TypeMembers.WithBases(type).Skip(1).FirstOrDefault(IsGenerated);
        var interfaces = contract is null ? type.AllInterfaces.Where(IsContract).ToList() : [];
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || (contract is null && interfaces.Count == 0))
        {
            yield break;
        }

        var ofType = guards.Of(TypeMembers.AttributesOf(type));
        foreach (var method in TypeMembers.Methods(type))
        {
            if (contract is not null
                ? method.IsOverride && SymbolEqualityComparer.Default.Equals(TypeMembers.RootOf(method).ContainingType.OriginalDefinition, contract.OriginalDefinition)
                : interfaces.Any(candidate => candidate.GetMembers().Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))))
            {
                yield return new TypeEndpoint(type, method, ofType.AddRange(guards.Of(TypeMembers.AttributesOf(method))), GuardPlace.Method);
            }
        }
    }

    private static bool IsGenerated(INamedTypeSymbol type) => TypeMembers.Has(type.GetAttributes(), "Grpc.Core", "BindServiceMethodAttribute")
        || type.GetMembers().OfType<IMethodSymbol>().Any(method => method.IsVirtual && method.Parameters.LastOrDefault()?.Type.Name == "ServerCallContext");

    private static bool IsContract(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ServiceContractAttribute" } or { Name: "ServiceAttribute", ContainingNamespace.Name: "Configuration" });

    private static ITypeSymbol? InterceptorOf(IInvocationOperation call) =>
        RegisteredType.Named(call, call.Arguments.FirstOrDefault());
}
