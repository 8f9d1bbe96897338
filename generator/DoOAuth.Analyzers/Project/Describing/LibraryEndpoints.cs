using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Describing;

/// <summary>The endpoints that a library's methods map on the builders that they are given, by the code that handles their requests.</summary>
internal sealed class LibraryEndpoints
{
    private readonly HandlerGuards _handlerGuards;
    private readonly ILookup<CodeKey, (EndpointInstance Endpoint, string Name)> _byCode;

    public LibraryEndpoints(ProjectSummary summary, Dispatch dispatch, GuardReader guards, LibraryMembers members, ReachedLimits limits)
    {
        var index = new BuilderIndex(summary, dispatch);
        var names = new EndpointNames(index);
        _handlerGuards = new HandlerGuards(summary, guards);
        _byCode = (
            from endpoint in new EndpointExpansion(summary, index, new GuardSearch(index, limits), dispatch, limits).All()
            let method = OutermostOf(endpoint).Symbol as IMethodSymbol
            where endpoint.Site.Pattern is not null && method is { Parameters.Length: > 0 } && members.IsVisible(method)
            let id = method.GetDocumentationCommentId()
            where id is not null
            from code in endpoint.Handlers
            select (Code: code, Endpoint: endpoint, Name: LibraryEndpoint.NameOf(id, names.Of(endpoint))))
            .ToLookup(found => found.Code, found => (found.Endpoint, found.Name));
    }

    /// <summary>The names of the endpoints that run the code, and whether the library itself guards them for the scopes.</summary>
    public IEnumerable<(string Name, bool IsGuarded)> Of(CodeKey code, IReadOnlyList<CallRequirement> needs) => _byCode[code]
        .Select(found => (found.Name, found.Endpoint.Guards.All(guards => IsGuarded([.. guards, .. _handlerGuards.Of(code)], needs))));

    private static bool IsGuarded(IReadOnlyList<Guard> guards, IReadOnlyList<CallRequirement> needs) =>
        !guards.Any(guard => guard.Kind == GuardKind.Anonymous)
        && (needs.Count > 0 || guards.Count > 0)
        && needs.All(need => guards.Any(guard => guard.Kind is GuardKind.Unreadable or GuardKind.Filter
            || (guard.Kind == GuardKind.Scope && guard.Scopes.All(one => need.AnyOf.Any(scope => ScopeCoverage.Covers(one, scope))))));

    private static CodeKey OutermostOf(EndpointInstance endpoint)
    {
        var member = endpoint.Site.Member;
        for (var chain = endpoint.Chain; chain is not null; chain = chain.Outer)
        {
            member = chain.Pass.Member;
        }

        return member;
    }
}
