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
    private readonly DeclaredApplications _applications;
    private readonly GuardSearch _guards;
    private readonly HandlerGuards _handlerGuards;
    private readonly EndpointNames _endpointNames;
    private readonly CodeNames _codeNames;
    private readonly List<EndpointInstance> _endpoints;
    private readonly ILookup<CodeKey, (EndpointInstance Endpoint, bool IsFilter)> _byCode;

    public UnguardedEndpoints(FlowFacts facts, DeclaredApplications applications, Dispatch dispatch, GuardReader reader)
    {
        _applications = applications;
        var index = new BuilderIndex(facts, dispatch);
        _guards = new GuardSearch(index);
        _handlerGuards = new HandlerGuards(facts, reader);
        _endpointNames = new EndpointNames(index);
        _codeNames = new CodeNames(facts);
        _endpoints = [.. new EndpointExpansion(facts, index, _guards, dispatch).All()];
        _byCode = _endpoints
            .SelectMany(endpoint => endpoint.Handlers.Select(code => (Code: code, Endpoint: endpoint, IsFilter: false)).Concat(FiltersOf(endpoint, dispatch)))
            .ToLookup(pair => pair.Code, pair => (pair.Endpoint, pair.IsFilter));
    }

    public long LookedAtBuilders => _guards.Looked;

    public int Count => _endpoints.Count;

    /// <summary>The reports, one for each endpoint and term of scopes.</summary>
    /// <param name="needs">What the project's calls need.</param>
    /// <param name="search">Finds who reaches them.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public IEnumerable<Diagnostic> Reports(IEnumerable<Need> needs, WaySearch search, CancellationToken cancellationToken)
    {
        foreach (var term in needs.GroupBy(need => string.Join("|", need.AnyOf), StringComparer.Ordinal).OrderBy(term => term.Key, StringComparer.Ordinal))
        {
            var ways = search.From([.. term.OrderBy(need => need.Fact.Call.Location, ByPlace.Order)], cancellationToken);
            var uncovered = ways
                .SelectMany(way => _byCode[way.Key].SelectMany(handled => way.Value.Select(found => (handled.Endpoint, handled.IsFilter, Way: found))))
                .Select(found => (found.Endpoint, found.Way, Gap: GapOf(found.Endpoint, found.Way, found.IsFilter)))
                .Where(found => found.Gap is not null)
                .GroupBy(found => found.Endpoint.At);
            foreach (var endpoint in uncovered.OrderBy(endpoint => endpoint.Key, ByPlace.Order))
            {
                var (instance, way, gap) = endpoint.OrderBy(found => found.Way.Codes().Count()).First();
                yield return Report(instance, way, gap!);
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

    // What is missing, or nothing where the guards cover the need.
    private Gap? GapOf(EndpointInstance endpoint, Way way, bool isFilter)
    {
        var declaring = _applications.Candidates(way.Owner).Where(way.Need.IsDeclaredBy).ToImmutableArray();
        if (declaring.IsEmpty)
        {
            return null;
        }

        var onHandlers = (isFilter ? endpoint.Handlers : [way.Code]).SelectMany(code => _handlerGuards.Of(code)).ToList();
        foreach (var guards in endpoint.Guards)
        {
            var all = guards.Union(onHandlers);
            var gap = new Gap(declaring, all, all.Any(guard => guard.Kind == GuardKind.Unreadable || Covers(guard, way)));
            if (!gap.IsCovered || gap.IsSetAside)
            {
                return gap;
            }
        }

        return null;
    }

    private static bool Covers(Guard guard, Way way) =>
        guard.Kind == GuardKind.Scope
        && (way.Owner is null || guard.Application is null || ReferenceEquals(way.Owner, guard.Application))
        && way.Need.AnyOf.Any(scope => ScopeCoverage.Covers(guard.Scope, scope));

    private Diagnostic Report(EndpointInstance endpoint, Way way, Gap gap)
    {
        var names = _codeNames.Along(way.Codes(), endpoint.Fact.Member);
        var place = way.Need.Fact.Call.Location;
        return Diagnostic.Create(
            FlowReports.Unguarded,
            endpoint.At,
            [place],
            FixProperties.For([string.Join("|", way.Need.AnyOf)], gap.Declaring.Select(application => application.FixId))
                .Add(FixProperties.Guards, gap.IsSetAside ? null : string.Join("|", gap.Missing(way.Need.AnyOf))),
            _endpointNames.Of(endpoint),
            way.Need.Operation,
            string.Join(" or ", way.Need.AnyOf.Select(scope => $"'{scope}'")),
            names.Length == 0 ? "" : $", through {names} ({CodeNames.Place(place)})",
            WhyNot(endpoint, way.Need, gap));
    }

    private string WhyNot(EndpointInstance endpoint, Need need, Gap gap)
    {
        var guards = string.Join(" or ", gap.Missing(need.AnyOf).Select(guard => $".{guard}()"));
        if (gap.IsSetAside)
        {
            return (gap.IsCovered ? "AllowAnonymous() sets its guards aside. Remove it" : $"AllowAnonymous() lets everybody in. Replace it by {guards}")
                + $", or ask user.HasScope({ScopeConstant.Of(need.AnyOf[0])}) before the call.";
        }

        return endpoint.Chain is { Pass.At: var caller } && _endpoints.Any(other => other != endpoint && other.Fact == endpoint.Fact && other.At == endpoint.At)
            ? $"no guard covers it where {CodeNames.Place(caller)}, maps it. Add {guards}."
            : $"no guard covers it. Add {guards}.";
    }
}
