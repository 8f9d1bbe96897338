using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project;

/// <summary>Combines the summaries of a project's methods after all of them are read.</summary>
internal static class ProjectReports
{
    /// <summary>Reports what only the whole project tells.</summary>
    /// <param name="extractor">What was extracted, which Razor's code is added to.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <param name="uses">Those that the project adds and maps.</param>
    /// <param name="report">Receives the reports.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    /// <returns>The amount of work that it took.</returns>
    public static ProjectStatistics Run(
        ProjectExtractor extractor,
        Compilation compilation,
        ApplicationSet applications,
        ApplicationUses uses,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        var statistics = new ProjectStatistics(0, 0, 0);
        if (applications.All.IsEmpty)
        {
            return statistics;
        }

        var summary = extractor.Summary;
        var implementations = new Implementations(compilation, cancellationToken);
        var bodies = MemberBodies.OfProject(compilation, implementations);
        var reader = new ApiCallReader(new Lazy<ApplicationSet>(() => applications), bodies, new ClientBases(summary.BaseAddresses, bodies));
        RazorCode.Extract(compilation, extractor, reader, bodies, cancellationToken);
        var unclaimed = new List<ApiCallAlternative>();
        var limits = new ReachedLimits();
        var read = ReadSends(summary, reader, bodies, unclaimed, limits).OrderBy(site => site.Call.Location, LocationOrder.Order).ToList();
        foreach (var diagnostic in read.SelectMany(site => ApiCallReports.Of(site.Call, applications, atEnd: true)))
        {
            report(diagnostic);
        }

        var calls = summary.Calls.Concat(read).OrderBy(site => site.Call.Location, LocationOrder.Order).ToList();
        IReadOnlyList<ApiCallSite> unresolved = [];
        if (calls.Count > 0)
        {
            var dispatch = new Dispatch(implementations);
            var graph = new CallGraph(summary, dispatch);
            var forwarding = new ForwardedCalls(graph, reader, bodies, limits);
            var forwarded = forwarding.Resolve(calls, cancellationToken);
            unresolved = forwarding.Unresolved;
            foreach (var diagnostic in forwarded.SelectMany(site => ApiCallReports.Of(site.Call, applications, atEnd: true)))
            {
                report(diagnostic);
            }

            foreach (var diagnostic in PathTextsOf(summary, [.. read, .. forwarded, .. forwarding.Unresolved], new DecidedTexts(summary, graph, reader, bodies), cancellationToken))
            {
                report(diagnostic);
            }

            calls.AddRange(forwarded);
            if (!summary.Endpoints.IsEmpty)
            {
                var solver = new PathConditionSolver(summary, bodies);
                var search = new CallPathSearch(graph, solver, applications, limits);
                var endpoints = new UnguardedEndpoints(summary, applications, dispatch, solver, new GuardReader(new Lazy<ApplicationSet>(() => applications)), limits);
                var enumeration = new CallPathEnumeration(graph, solver, applications);
                foreach (var diagnostic in endpoints.Reports(calls.SelectMany(site => CallRequirement.Of(site, solver)), search, enumeration, cancellationToken))
                {
                    report(diagnostic);
                }

                statistics = new ProjectStatistics(search.Visited, endpoints.VisitedBuilders, endpoints.Count);
            }
        }

        foreach (var diagnostic in new UnneededScopes(summary, calls, unresolved, unclaimed, applications).Reports(compilation, uses, cancellationToken))
        {
            report(diagnostic);
        }

        foreach (var (limit, at) in limits.All)
        {
            report(Diagnostic.Create(ProjectRules.Limit, at, limit));
        }

        return statistics;
    }

    // Those that a file told by itself are reported already.
    private static IEnumerable<Diagnostic> PathTextsOf(ProjectSummary summary, IReadOnlyList<ApiCallSite> read, DecidedTexts decided, CancellationToken cancellationToken)
    {
        var told = new HashSet<Location>(summary.Calls.SelectMany(site => PathTextReports.DecidedHere(site.Call)).Select(source => source.Place!));
        var texts = summary.Calls.Concat(read)
            .SelectMany(site => site.Call.Alternatives.Where(alternative => site.Call.IsOnClient || !site.Call.Open.Contains(alternative) || ApiAddress.Of(alternative.Address).Host == ApiHost.DigitalOcean))
            .SelectMany(alternative => PathTexts.Of(alternative.Address))
            .Where(source => !told.Contains(source.Place!));
        return decided.Of(texts, cancellationToken).Select(source => PathTextReports.Of(source, atEnd: true));
    }

    // What the files could not tell by themselves.
    private static IEnumerable<ApiCallSite> ReadSends(ProjectSummary summary, ApiCallReader reader, MemberBodies bodies, List<ApiCallAlternative> unclaimed, ReachedLimits limits)
    {
        foreach (var send in summary.Sends)
        {
            if (bodies.Of(send.Invocation) is IInvocationOperation invocation)
            {
                var reading = reader.Read(invocation);
                unclaimed.AddRange(reading.Unclaimed);
                if (reading.Limit is { } limit)
                {
                    limits.Reach(limit, reading.Call?.Location ?? send.Invocation.GetLocation());
                }

                if (reading.Call is { } call)
                {
                    yield return new ApiCallSite(send.From, call, send.Conditions, []);
                }
            }
        }
    }
}
