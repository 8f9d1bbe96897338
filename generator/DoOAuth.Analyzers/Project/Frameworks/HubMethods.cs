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
        .. FiltersOf(summary, bodies).SelectMany(call => call is null ? [new Guard(GuardKind.Unreadable)] : HubOf(call) is null ? code.Of(FilterOf(call)) : []),
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
        ImmutableArray<Guard> ofOptions = [.. FiltersOf(summary, bodies).Where(call => call is not null && SymbolEqualityComparer.Default.Equals(HubOf(call), type)).SelectMany(call => code.Of(FilterOf(call!)))];
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
                yield return new TypeEndpoint(type, method, [.. ofType, .. ofMethod, .. ofConnection, .. ofOptions], GuardPlace.Method);
            }
        }
    }

    private static IEnumerable<IInvocationOperation?> FiltersOf(ProjectSummary summary, MemberBodies bodies) =>
        summary.Conventions.Where(convention => convention.Family == EndpointFamily.Hubs).Select(convention => bodies.Of(convention.Call) as IInvocationOperation);

    // The options of one hub: "AddHubOptions<ChatHub>(options => options.AddFilter<ChatFilter>())".
    private static ITypeSymbol? HubOf(IInvocationOperation call)
    {
        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation { TargetMethod: { Name: "AddHubOptions", TypeArguments: [var hub] } })
            {
                return hub;
            }
        }

        return null;
    }

    private static ITypeSymbol? FilterOf(IInvocationOperation call) => RegisteredType.Of(call, call.Arguments.LastOrDefault());
}
