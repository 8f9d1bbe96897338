using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Methods of SignalR hubs that a client can call, and those that run when it connects. A guard on the latter has no effect, so they need one on the hub.</summary>
internal sealed class HubMethods(ProjectSummary summary, GuardReader guards, MemberBodies bodies, FilterCode code) : TypeFramework
{
    private const string SignalR = "Microsoft.AspNetCore.SignalR";

    public override EndpointFamily Family => EndpointFamily.Hubs;

    public override ImmutableArray<Guard> GuardsOfApp { get; } =
    [
        .. summary.Conventions.Where(convention => convention.Family == EndpointFamily.Hubs)
            .SelectMany(convention => bodies.Of(convention.Call) is IInvocationOperation call ? code.Of(FilterOf(call)) : [new Guard(GuardKind.Unreadable)]),
    ];

    public override IEnumerable<TypeEndpoint> EndpointsOf(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false } || !TypeMembers.DerivesFrom(type, SignalR, "Hub"))
        {
            yield break;
        }

        var ofType = guards.Of(TypeMembers.AttributesOf(type));

        // A connection that is refused has no methods.
        ImmutableArray<Guard> ofConnection = TypeMembers.Methods(type).Any(method => method.Name == "OnConnectedAsync" && FilterQuestions.In(method.DeclaringSyntaxReferences).Any()) ? [new Guard(GuardKind.Unreadable)] : [];
        foreach (var method in TypeMembers.Methods(type).Where(method => method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false }))
        {
            if (TypeMembers.RootOf(method).ContainingType is var declaring && TypeMembers.Is(declaring, SignalR, "Hub"))
            {
                if (method.Name.StartsWith("On", StringComparison.Ordinal))
                {
                    yield return new TypeEndpoint(type, method, ofType, GuardPlace.Class);
                }
            }
            else if (declaring.SpecialType != SpecialType.System_Object)
            {
                // AllowAnonymous on a method has no effect.
                var ofMethod = guards.Of(TypeMembers.AttributesOf(method)).RemoveAll(guard => guard.Kind == GuardKind.Anonymous);
                yield return new TypeEndpoint(type, method, [.. ofType, .. ofMethod, .. ofConnection], GuardPlace.Method);
            }
        }
    }

    private static ITypeSymbol? FilterOf(IInvocationOperation call) => RegisteredType.Of(call, call.Arguments.LastOrDefault());
}
