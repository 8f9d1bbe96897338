using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>DOO103: finds the endpoints that reach a call whose scope their guards do not cover.</summary>
internal sealed class UnguardedEndpoints
{
    private readonly ApplicationSet _applications;
    private readonly GuardSearch _guards;
    private readonly HandlerGuards _handlerGuards;
    private readonly EndpointNames _endpointNames;
    private readonly CodeNames _codeNames;
    private readonly List<EndpointInstance> _endpoints;
    private readonly ILookup<CodeKey, (EndpointInstance Endpoint, bool IsFilter)> _byCode;

    public UnguardedEndpoints(ProjectSummary summary, ApplicationSet applications, Dispatch dispatch, GuardReader reader)
    {
        _applications = applications;
        var index = new BuilderIndex(summary, dispatch);
        _guards = new GuardSearch(index);
        _handlerGuards = new HandlerGuards(summary, reader);
        _endpointNames = new EndpointNames(index);
        _codeNames = new CodeNames(summary);
        _endpoints = [.. new EndpointExpansion(summary, index, _guards, dispatch).All()];
        _byCode = _endpoints
            .SelectMany(endpoint => endpoint.Handlers.Select(code => (Code: code, Endpoint: endpoint, IsFilter: false)).Concat(FiltersOf(endpoint, dispatch)))
            .ToLookup(pair => pair.Code, pair => (pair.Endpoint, pair.IsFilter));
    }

    public long VisitedBuilders => _guards.Visited;

    public int Count => _endpoints.Count;

    /// <summary>The reports, one for each endpoint and term of scopes.</summary>
    /// <param name="requirements">What the project's calls need.</param>
    /// <param name="search">Finds who reaches them.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public IEnumerable<Diagnostic> Reports(IEnumerable<CallRequirement> requirements, CallPathSearch search, CancellationToken cancellationToken)
    {
        foreach (var term in requirements.GroupBy(requirement => string.Join("|", requirement.AnyOf), StringComparer.Ordinal).OrderBy(term => term.Key, StringComparer.Ordinal))
        {
            var paths = search.From([.. term.OrderBy(requirement => requirement.Site.Call.Location, LocationOrder.Order)], cancellationToken);
            var uncovered = paths
                .SelectMany(path => _byCode[path.Key].SelectMany(handled => path.Value.Select(found => (handled.Endpoint, handled.IsFilter, Path: found))))
                .Select(found => (found.Endpoint, found.Path, Gap: GapOf(found.Endpoint, found.Path, found.IsFilter)))
                .Where(found => found.Gap is not null)
                .GroupBy(found => found.Endpoint.At);
            foreach (var endpoint in uncovered.OrderBy(endpoint => endpoint.Key, LocationOrder.Order))
            {
                var (instance, path, gap) = endpoint.OrderBy(found => found.Path.Codes().Count()).First();
                yield return Report(instance, path, gap!);
            }
        }
    }

    private static IEnumerable<(CodeKey Code, EndpointInstance Endpoint, bool IsFilter)> FiltersOf(EndpointInstance endpoint, Dispatch dispatch) =>
        endpoint.Guards
            .SelectMany(guards => guards)
            .Where(guard => guard.Kind == GuardKind.Filter && guard.Filter.Ordinal is null)
            .SelectMany(guard => dispatch.Of(guard.Filter.Code))
            .Distinct()
            .Select(code => (code, endpoint, true));

    // What is missing, or null if the guards cover the requirement.
    private GuardGap? GapOf(EndpointInstance endpoint, CallPath path, bool isFilter)
    {
        var declaring = _applications.Candidates(path.Owner).Where(path.Requirement.IsDeclaredBy).ToImmutableArray();
        if (declaring.IsEmpty)
        {
            return null;
        }

        var onHandlers = (isFilter ? endpoint.Handlers : [path.Code]).SelectMany(code => _handlerGuards.Of(code)).ToList();
        foreach (var guards in endpoint.Guards)
        {
            var all = guards.Union(onHandlers);
            var gap = new GuardGap(declaring, all, all.Any(guard => guard.Kind == GuardKind.Unreadable || Covers(guard, path)));
            if (!gap.IsCovered || gap.IsSetAside)
            {
                return gap;
            }
        }

        return null;
    }

    private static bool Covers(Guard guard, CallPath path) =>
        guard.Kind == GuardKind.Scope
        && (path.Owner is null || guard.Application is null || ReferenceEquals(path.Owner, guard.Application))
        && path.Requirement.AnyOf.Any(scope => ScopeCoverage.Covers(guard.Scope, scope));

    private Diagnostic Report(EndpointInstance endpoint, CallPath path, GuardGap gap)
    {
        var names = _codeNames.Along(path.Codes(), endpoint.Site.Member);
        var place = path.Requirement.Site.Call.Location;
        return Diagnostic.Create(
            ProjectRules.Unguarded,
            endpoint.At,
            [place],
            FixProperties.For([string.Join("|", path.Requirement.AnyOf)], gap.Declaring.Select(application => application.FixId))
                .Add(FixProperties.Guards, gap.IsSetAside ? null : string.Join("|", gap.Missing(path.Requirement.AnyOf))),
            _endpointNames.Of(endpoint),
            path.Requirement.Operation,
            string.Join(" or ", path.Requirement.AnyOf.Select(scope => $"'{scope}'")),
            names.Length == 0 ? "" : $", through {names} ({CodeNames.Place(place)})",
            WhyNot(endpoint, path.Requirement, gap));
    }

    private string WhyNot(EndpointInstance endpoint, CallRequirement requirement, GuardGap gap)
    {
        var guards = string.Join(" or ", gap.Missing(requirement.AnyOf).Select(guard => $".{guard}()"));
        if (gap.IsSetAside)
        {
            return (gap.IsCovered ? "AllowAnonymous() sets its guards aside. Remove it" : $"AllowAnonymous() lets everybody in. Replace it by {guards}")
                + $", or ask user.HasScope({ScopeConstant.Of(requirement.AnyOf[0])}) before the call.";
        }

        return endpoint.Chain is { Pass.At: var caller } && _endpoints.Any(other => other != endpoint && other.Site == endpoint.Site && other.At == endpoint.At)
            ? $"no guard covers it where {CodeNames.Place(caller)}, maps it. Add {guards}."
            : $"no guard covers it. Add {guards}.";
    }
}
