using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project;

/// <summary>Joins what was gathered of a project's methods, once all of them are read.</summary>
internal static class FlowJoin
{
    /// <summary>Reports what only the whole project tells.</summary>
    /// <param name="facts">What was gathered.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <param name="uses">Which of them the project adds and maps.</param>
    /// <param name="report">Takes the reports.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How much work it was.</returns>
    public static FlowStatistics Run(
        FlowFacts facts,
        Compilation compilation,
        DeclaredApplications applications,
        ApplicationUses uses,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        var statistics = new FlowStatistics(0, 0, 0);
        if (applications.All.IsEmpty)
        {
            return statistics;
        }

        var calls = facts.Calls.OrderBy(fact => fact.Call.Location, ByPlace.Order).ToList();
        List<CallFact> unresolved = [];
        if (calls.Count > 0)
        {
            var dispatch = new Dispatch(compilation, cancellationToken);
            var graph = new CodeGraph(facts, dispatch);
            var forwarded = ForwardedCalls.Resolve(calls, graph, out unresolved);
            foreach (var diagnostic in forwarded.SelectMany(fact => ApiCallReports.Of(fact.Call, applications, atEnd: true)))
            {
                report(diagnostic);
            }

            calls.AddRange(forwarded);
            if (!facts.Endpoints.IsEmpty)
            {
                var covers = new CoverJudge(facts.Predicates);
                var search = new WaySearch(graph, covers, applications);
                var endpoints = new UnguardedEndpoints(facts, applications, dispatch, new GuardReader(new Lazy<DeclaredApplications>(() => applications)));
                foreach (var diagnostic in endpoints.Reports(calls.SelectMany(fact => Need.Of(fact, covers)), search, cancellationToken))
                {
                    report(diagnostic);
                }

                statistics = new FlowStatistics(search.Looked, endpoints.LookedAtBuilders, endpoints.Count);
            }
        }

        foreach (var diagnostic in new UnneededScopes(facts, calls, unresolved, applications).Reports(compilation, uses, cancellationToken))
        {
            report(diagnostic);
        }

        return statistics;
    }
}
