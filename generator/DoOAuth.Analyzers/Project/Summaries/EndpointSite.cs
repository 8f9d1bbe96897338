using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A location where an endpoint or a group is created.</summary>
/// <param name="Origin">The builder that it creates.</param>
/// <param name="From">The code that contains it.</param>
/// <param name="Member">The method around all lambdas and local functions.</param>
/// <param name="Around">The builder that it is created on; several if branches determine it.</param>
/// <param name="Handlers">The code that handles requests; none for a group.</param>
/// <param name="Verb">The verb in capitals, such as <c>GET</c>; null if the endpoint accepts any, or if it cannot be read.</param>
/// <param name="Pattern">The route's pattern, or the group's prefix, if it can be read.</param>
/// <param name="Name">The location of the method's name.</param>
internal sealed record EndpointSite(
    BuilderOrigin Origin,
    CodeKey From,
    CodeKey Member,
    ImmutableArray<BuilderOrigin> Around,
    ImmutableArray<Handler> Handlers,
    string? Verb,
    string? Pattern,
    Location Name)
{
    /// <summary>The type and method that a framework makes the endpoint of; null for an endpoint with a delegate.</summary>
    public TypeEndpoint? OfType { get; init; }
}
