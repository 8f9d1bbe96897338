using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>An endpoint as one caller creates it. Most endpoints have one caller.</summary>
/// <param name="site">The location where it is created.</param>
/// <param name="chain">The calls that reach the method that creates it.</param>
/// <param name="handlers">The code that handles its requests, each with how it is named.</param>
/// <param name="guards">The guards on it and around it. There are several sets if branches determine them, and each must be sufficient.</param>
/// <param name="at">The location to report.</param>
internal sealed class EndpointInstance(
    EndpointSite site, CallChain? chain, ImmutableArray<(CodeKey Code, CallTarget Named)> handlers, IReadOnlyList<ImmutableHashSet<Guard>> guards, Location at)
{
    public EndpointSite Site => site;

    public CallChain? Chain => chain;

    public ImmutableArray<CodeKey> Handlers { get; } = [.. handlers.Select(handler => handler.Code).Distinct()];

    /// <summary>Whether a path from its code can be gone with the objects and type arguments of which it is made.</summary>
    public bool Admits(CallPath path) =>
        (handlers.Where(handler => handler.Code.Equals(path.Code)).ToList() is var named
            && (named.Count == 0 || named.Any(handler => path.Context.Before(new CallEdge(site.From, handler.Named, [], site.Name), path.Code) is not null)))
        && Chains().All(call => call.Pass.To.Method is not { } mapped || MayBind(mapped, path.Context))
        && IsGivenBy(path.Requirement.Site);

    // An address that the method was given which maps the endpoint is that of the same call.
    private bool IsGivenBy(ApiCallSite site) => site.Through.IsEmpty || !Chains().Any(call => site.Through.Contains(call.Method)) || Chains().Any(call => call.Pass.Origin.Key.Contains(site.Call.Location));

    /// <summary>The call that names the types on which a path depends; null if none does.</summary>
    public CallChain? NamingTypesOf(CallPath path) => Chains().FirstOrDefault(call => call.Pass.To.Method is { } mapped
        && path.Context.Bindings.Any(binding => SymbolEqualityComparer.Default.Equals(binding.Parameter.ContainingSymbol, DefinitionOf(mapped))));

    private IEnumerable<CallChain> Chains()
    {
        for (var call = chain; call is not null; call = call.Outer)
        {
            yield return call;
        }
    }

    private static bool MayBind(IMethodSymbol mapped, CallContext context) => context.Bindings.All(binding =>
        !SymbolEqualityComparer.Default.Equals(binding.Parameter.ContainingSymbol, DefinitionOf(mapped))
        || Unification.MayBeSame(mapped.TypeArguments[binding.Parameter.Ordinal], binding.Type));

    private static IMethodSymbol DefinitionOf(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;

    public IReadOnlyList<ImmutableHashSet<Guard>> Guards => guards;

    /// <summary>Its own call, or the project's own call that passes the handler.</summary>
    public Location At => at;
}
