using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>An endpoint as one caller makes it; most have one.</summary>
/// <param name="site">Where it is made.</param>
/// <param name="chain">The calls by which the method that makes it is reached.</param>
/// <param name="handlers">The code that handles its requests.</param>
/// <param name="guards">The guards on it and around it. Several sets where branches decide: each of them has to suffice.</param>
/// <param name="at">Where it is reported.</param>
internal sealed class EndpointInstance(
    EndpointSite site, CallChain? chain, ImmutableArray<CodeKey> handlers, IReadOnlyList<ImmutableHashSet<Guard>> guards, Location at)
{
    public EndpointSite Site => site;

    public CallChain? Chain => chain;

    public ImmutableArray<CodeKey> Handlers => handlers;

    public IReadOnlyList<ImmutableHashSet<Guard>> Guards => guards;

    /// <summary>Its own call, or the project's own call that hands the handler in.</summary>
    public Location At => at;
}
