using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Adds the endpoints that frameworks make of the project's types, once for each mapping that leads to them. Without a mapping in this project, their guards are unknown.</summary>
internal static class TypeEndpoints
{
    public static void AddTo(ProjectSummary summary, IReadOnlyList<INamedTypeSymbol> types, GuardReader guards, MemberBodies bodies, CancellationToken cancellationToken)
    {
        if (summary.Mappings.IsEmpty)
        {
            return;
        }

        var code = new FilterCode(bodies);
        var filters = new MvcFilters(summary, guards, bodies, code);
        var configuration = new ConfigurationReader(guards, bodies);
        List<TypeMapping> all = [.. summary.Mappings.OrderBy(mapping => mapping.Call.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(mapping => mapping.Call.SpanStart)];
        CarterModules.AddGuards(summary, all.Any(mapping => mapping.Family == EndpointFamily.Carter) ? types : [], configuration);
        TypeFramework[] frameworks =
        [
            new ControllerActions(guards, filters),
            new PageHandlers(types, guards, filters, new PageConventions(summary, bodies, code)),
            new ComponentMethods(guards),
            new HubMethods(summary, guards, bodies, code),
            new GrpcMethods(summary, guards, bodies),
            new FastEndpointMethods(all, guards, configuration),
            new WolverineMethods(all, guards, configuration),
        ];
        var mapped = all.ToLookup(mapping => mapping.Family);
        foreach (var framework in frameworks.Where(framework => mapped.Contains(framework.Family)))
        {
            List<TypeMapping> mappings = [.. mapped[framework.Family]];
            foreach (var endpoint in types.SelectMany(framework.EndpointsOf))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var (mapping, builders) in framework.MappingsOf(endpoint, mappings))
                {
                    var guarded = endpoint with { Builders = builders, Guards = endpoint.Guards.AddRange(framework.GuardsOfApp), MappedAs = mapping.Parameter };
                    summary.Endpoints.Enqueue(Site(guarded, mapping));
                }
            }
        }

        // So that guards are found of what is around them.
        foreach (var mapping in all.Where(mapping => mapping.Family != EndpointFamily.Carter))
        {
            summary.Groups.Enqueue(new EndpointSite(mapping.Origin, mapping.From, mapping.Member, mapping.Around, [], null, null, mapping.Call.GetLocation()));
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
