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
    private readonly Dispatch _dispatch;
    private readonly PathConditionSolver _solver;
    private readonly GuardSearch _guards;
    private readonly HandlerGuards _handlerGuards;
    private readonly PolicyGuards _policies;
    private readonly UnguardedMessage _message;
    private readonly List<EndpointInstance> _endpoints;
    private readonly ILookup<CodeKey, (EndpointInstance Endpoint, bool IsFilter)> _byCode;

    public UnguardedEndpoints(ProjectSummary summary, ApplicationSet applications, Dispatch dispatch, PathConditionSolver solver, GuardReader reader, ReachedLimits limits)
    {
        (_applications, _dispatch, _solver) = (applications, dispatch, solver);
        var index = new BuilderIndex(summary, dispatch);
        _guards = new GuardSearch(index, limits);
        _policies = new PolicyGuards(summary);
        _handlerGuards = new HandlerGuards(summary, reader);
        _endpoints = [.. new EndpointExpansion(summary, index, _guards, dispatch, limits).All()];
        _message = new UnguardedMessage(new EndpointNames(index), new CodeNames(summary), _endpoints, applications.All.Length > 1);
        _byCode = _endpoints
            .SelectMany(endpoint => endpoint.Handlers.Select(code => (Code: code, Endpoint: endpoint, IsFilter: false)).Concat(FiltersOf(endpoint, dispatch)))
            .ToLookup(pair => pair.Code, pair => (pair.Endpoint, pair.IsFilter));
    }

    public long VisitedBuilders => _guards.Visited;

    public int Count => _endpoints.Count;

    /// <summary>The reports, one for each endpoint, term of scopes and problem. Each names all routes and paths to which it applies.</summary>
    /// <param name="requirements">The requirements of the project's calls.</param>
    /// <param name="search">Finds the code that reaches them.</param>
    /// <param name="enumeration">Lists the paths to them.</param>
    /// <param name="cancellationToken">A token to cancel the search.</param>
    public IEnumerable<Diagnostic> Reports(
        IEnumerable<CallRequirement> requirements, CallPathSearch search, CallPathEnumeration enumeration, CancellationToken cancellationToken)
    {
        foreach (var term in requirements.GroupBy(requirement => string.Join("|", requirement.AnyOf), StringComparer.Ordinal).OrderBy(term => term.Key, StringComparer.Ordinal))
        {
            List<CallRequirement> calls = [.. term.OrderBy(requirement => requirement.Site.Call.Location, LocationOrder.Order)];
            var shortest = search.From(calls, cancellationToken);
            var byCode = calls.ToLookup(call => call.Site.From);
            var unguarded = shortest
                .Where(reaching => _byCode.Contains(reaching.Key))
                .SelectMany(reaching => Placed(reaching.Key, [.. UnguardedIn(reaching.Value, () => enumeration.From(reaching.Key, shortest, byCode))]))
                .GroupBy(call => call.At)
                .OrderBy(endpoint => endpoint.Key, LocationOrder.Order);
            foreach (var problem in unguarded.SelectMany(endpoint => endpoint.OrderBy(call => call.Path.Length).GroupBy(_message.ProblemOf)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return _message.Report([.. problem], problem.Key);
            }
        }
    }

    // What only some of the types lack that inherit a method is reported where they are declared, and what all of them lack at the method.
    private IEnumerable<UnguardedCall> Placed(CodeKey code, List<UnguardedCall> calls)
    {
        var lacking = new HashSet<ISymbol>(calls.Select(call => call.Endpoint.Site.OfType?.Type).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        var isOfAll = _byCode[code].All(pair => pair.Endpoint.Site.OfType is not { } other || lacking.Contains(other.Type));
        return calls.Select(call => call.Endpoint.Site.OfType switch
        {
            { IsMarkup: true } markup => call with { At = MarkupPlace.Of(call.Path, markup) },
            { IsInherited: true } inherited when !isOfAll => call with { At = MarkupPlace.Of(inherited), Place = call.Place == GuardPlace.Method ? GuardPlace.Class : call.Place },
            _ => call,
        });
    }

    // The shortest paths determine whether an endpoint is reported. The others are listed only if it is.
    private IEnumerable<UnguardedCall> UnguardedIn(List<CallPath> shortest, Func<IReadOnlyList<CallPath>> listAll)
    {
        var all = new Lazy<IReadOnlyList<CallPath>>(listAll);
        foreach (var (endpoint, isFilter) in _byCode[shortest[0].Code])
        {
            var unguarded = UnguardedOf(shortest).ToList();
            foreach (var call in unguarded.Concat(unguarded.Count > 0 ? UnguardedOf(all.Value) : []))
            {
                yield return call;
            }

            IEnumerable<UnguardedCall> UnguardedOf(IEnumerable<CallPath> paths) =>
                from path in paths
                where isFilter || (endpoint.Site.OfType is { } ofType ? path.Context.Admits(ofType.Type) : endpoint.Admits(path))
                let gap = GapOf(endpoint, path, isFilter)
                where gap is not null
                select new UnguardedCall(endpoint, path, gap) is var call && endpoint.NamingTypesOf(path) is { Pass: { To.Method.ReturnsVoid: false, At: var at } } ? call with { At = at } : call;
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
        var declaring = _applications.Candidates(path.Application).Where(path.Requirement.IsDeclaredBy).ToImmutableArray();
        if (declaring.IsEmpty)
        {
            return null;
        }

        var onHandlers = endpoint.Site.OfType is null ? (isFilter ? endpoint.Handlers : [path.Code]).SelectMany(code => _handlerGuards.Of(code)).ToList() : [];
        foreach (var guards in endpoint.Guards)
        {
            var all = _policies.In(guards.Union(onHandlers));
            var gap = new GuardGap(declaring, all, all.Any(guard => guard.Kind == GuardKind.Unreadable || Covers(guard, path) || (!isFilter && Asks(guard, path))));
            if (!gap.IsCovered || gap.IsSetAside)
            {
                return gap;
            }
        }

        return null;
    }

    private bool Asks(Guard guard, CallPath path) => guard is { Kind: GuardKind.Filter, Filter.Ordinal: null }
        && _dispatch.Of(guard.Filter.Code) is { IsEmpty: false } filters
        && filters.All(filter => _solver.FilterProves(filter, path.Requirement.AnyOf, guard.Arguments));

    private static bool Covers(Guard guard, CallPath path) =>
        guard.Kind == GuardKind.Scope
        && (path.Application is null || guard.Application is null || ReferenceEquals(path.Application, guard.Application))
        && guard.Scopes.All(one => path.Requirement.AnyOf.Any(scope => ScopeCoverage.Covers(one, scope)));
}
