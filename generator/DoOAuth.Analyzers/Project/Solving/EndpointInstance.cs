using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>An endpoint as one caller creates it. Most endpoints have one caller.</summary>
/// <param name="site">The location where it is created.</param>
/// <param name="chain">The calls that reach the method that creates it.</param>
/// <param name="handlers">The code that handles its requests.</param>
/// <param name="guards">The guards on it and around it. There are several sets if branches determine them, and each must be sufficient.</param>
/// <param name="at">The location to report.</param>
internal sealed class EndpointInstance(
    EndpointSite site, CallChain? chain, ImmutableArray<CodeKey> handlers, IReadOnlyList<ImmutableHashSet<Guard>> guards, Location at)
{
    public EndpointSite Site => site;

    public CallChain? Chain => chain;

    public ImmutableArray<CodeKey> Handlers => handlers;

    public IReadOnlyList<ImmutableHashSet<Guard>> Guards => guards;

    /// <summary>Its own call, or the project's own call that passes the handler.</summary>
    public Location At => at;
}
