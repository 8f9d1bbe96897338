using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A place where an endpoint or a group is made.</summary>
/// <param name="Origin">The builder that it creates.</param>
/// <param name="From">The code that contains it.</param>
/// <param name="Member">The method around all lambdas and local functions.</param>
/// <param name="Around">The builder on which it is made; several where branches decide.</param>
/// <param name="Handlers">The code that handles requests; none for a group.</param>
/// <param name="Verb">The verb in capitals, such as <c>GET</c>, or null if the endpoint takes any or it cannot be read.</param>
/// <param name="Pattern">The route's pattern, or the group's prefix, where it can be read.</param>
/// <param name="Name">The location of the method's name.</param>
internal sealed record EndpointSite(
    BuilderOrigin Origin,
    CodeKey From,
    CodeKey Member,
    ImmutableArray<BuilderOrigin> Around,
    ImmutableArray<Handler> Handlers,
    string? Verb,
    string? Pattern,
    Location Name);
