using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>
/// Finds out by which way endpoints, and code that no endpoint runs, come to the calls that need a scope. Conditions do not matter: a call that is made
/// only if the user granted the scope still is a reason to ask for it.
/// </summary>
internal sealed class ExplainedCalls(ExplainedCode code, ApplicationSet applications, ExplainedEndpoints endpoints, IAssemblySymbol project)
{
    private readonly CodeNames _names = new(code.Summary);

    /// <summary>The ways to all calls, each with a use whose scope is not yet known, and the scopes of which any is sufficient.</summary>
    public IEnumerable<(CallPath Path, ScopeUse Use)> All(CancellationToken cancellationToken) => code.Calls
        .SelectMany(NeedsOf)
        .GroupBy(need => (need.Operation, Scopes: string.Join("|", need.AnyOf)))
        .SelectMany(group => WaysTo([.. group], cancellationToken));

    // If a call can be one of several operations, it may need the scopes of each.
    private static IEnumerable<CallRequirement> NeedsOf(ApiCallSite site) => site.Call.HasOwnToken
        ? []
        : from alternative in site.Call.Closed
          from anyOf in alternative.Verdict.Operations.SelectMany(operation => operation.Scopes.AllOf)
          select new CallRequirement(site, alternative.Verdict.Description, anyOf);

    private IEnumerable<(CallPath Path, ScopeUse Use)> WaysTo(List<CallRequirement> needs, CancellationToken cancellationToken)
    {
        // What a handler gets with a request and passes on is the endpoint's, not that of the code which maps the endpoint.
        var handedIn = needs.ToLookup(need => need.Site.Through.Any(endpoints.Run));
        var ways = handedIn[true].Select(CallPath.To).SelectMany(path => OfEndpoints(path, path.Codes().First(endpoints.Run))).ToList();
        needs = [.. handedIn[false]];
        ways.AddRange(Search(needs, isEnd: null, cancellationToken).SelectMany(path => OfEndpoints(path, path.Code)));

        // What endpoints run is followed no further: the code that maps them does not make their calls.
        foreach (var path in Search(needs, endpoints.Run, cancellationToken))
        {
            if (!endpoints.Run(path.Code) && IsOwn(path.Code) && code.Graph.Into(path.Code).All(edge => edge.From.Equals(path.Code)))
            {
                ways.Add((path, OutsideOfEndpoints(path)));
            }
        }

        // Code that only calls itself has no beginning.
        return ways.Count > 0
            ? ways
            : needs.Where(need => need.Site.Library is null).Take(1).Select(CallPath.To).Select(path => (path, OutsideOfEndpoints(path)));
    }

    private IEnumerable<(CallPath Path, ScopeUse Use)> OfEndpoints(CallPath path, CodeKey handler) => endpoints.Of(handler)
        .Select(endpoint => (path, UseOf(path, path.Codes().SkipWhile(other => !other.Equals(handler)), endpoint.Site.Member) with { Endpoint = endpoints.NameOf(endpoint) }));

    private IEnumerable<CallPath> Search(List<CallRequirement> needs, Func<CodeKey, bool>? isEnd, CancellationToken cancellationToken) =>
        new CallPathSearch(code.Graph, code.Solver, applications, code.Limits) { IgnoresConditions = true, IsEnd = isEnd }
            .From(needs, cancellationToken).Values.SelectMany(paths => paths);

    private ScopeUse OutsideOfEndpoints(CallPath path) => UseOf(path, path.Codes(), default) with
    {
        Caller = _names.Along([path.Code], default) is { Length: > 0 } name ? name : "code in " + CodeNames.File(path.Requirement.Site.Call.Location),
    };

    private ScopeUse UseOf(CallPath path, IEnumerable<CodeKey> codes, CodeKey near)
    {
        var site = path.Requirement.Site;
        var isOwn = site.Library is null || site.Call.Location.IsInSource;
        var way = string.Join(" → ", new[] { _names.Along(codes, near), isOwn ? "" : site.Library!.Through }.Where(name => name.Length > 0));
        return new ScopeUse("", false)
        {
            Operation = path.Requirement.Operation,
            Way = way.Length > 0 ? way : null,
            Place = isOwn ? CodeNames.Place(site.Call.Location) : site.Library!.Assembly,
        };
    }

    private bool IsOwn(CodeKey found) =>
        !found.IsUnnamedInLibrary && (found.Symbol is not { } symbol || SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, project));
}
