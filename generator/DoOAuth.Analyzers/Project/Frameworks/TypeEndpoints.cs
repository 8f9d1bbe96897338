using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Adds the endpoints that frameworks make of the project's types, once for each mapping that leads to them. Without a mapping in this project, nothing is known of their guards.</summary>
internal static class TypeEndpoints
{
    public static void AddTo(ProjectSummary summary, IReadOnlyList<INamedTypeSymbol> types, GuardReader guards, MemberBodies bodies, CancellationToken cancellationToken)
    {
        if (summary.Mappings.IsEmpty)
        {
            return;
        }

        var code = new FilterCode(bodies);
        var filters = new MvcFilters(summary, bodies, code);
        TypeFramework[] frameworks =
        [
            new ControllerActions(guards, filters),
            new PageHandlers(types, guards, filters, new PageConventions(summary, bodies)),
            new ComponentMethods(guards),
            new HubMethods(summary, guards, bodies, code),
        ];
        var mapped = summary.Mappings.ToLookup(mapping => mapping.Family);
        foreach (var framework in frameworks.Where(framework => mapped.Contains(framework.Family)))
        {
            List<TypeMapping> mappings = [.. mapped[framework.Family]];
            foreach (var endpoint in types.SelectMany(framework.EndpointsOf))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var (mapping, builders) in framework.MappingsOf(endpoint, mappings))
                {
                    var guarded = endpoint with { Builders = builders, Guards = endpoint.Guards.AddRange(framework.GuardsOfApp) };
                    summary.Endpoints.Enqueue(Site(guarded, mapping));
                }
            }
        }

        // So that guards are found of what is around them.
        foreach (var mapping in summary.Mappings)
        {
            summary.Groups.Enqueue(new EndpointSite(mapping.Origin, mapping.From, mapping.Member, mapping.Around, [], null, null, mapping.At));
        }
    }

    private static EndpointSite Site(TypeEndpoint endpoint, TypeMapping mapping) => new(
        mapping.Origin,
        mapping.From,
        mapping.Member,
        mapping.Around,
        [new Handler(new CallTarget(CodeKey.Of(endpoint.Method), endpoint.Method))],
        null,
        null,
        endpoint.Method.Locations[0])
    {
        OfType = endpoint,
    };
}
