using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project;

/// <summary>Combines the summaries of a project's methods after all of them are read.</summary>
internal static class ProjectReports
{
    /// <summary>Reports problems that only the whole project shows.</summary>
    /// <param name="summary">What was extracted.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <param name="uses">Those that the project adds and maps.</param>
    /// <param name="report">Receives the reports.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    /// <returns>The amount of work that it took.</returns>
    public static ProjectStatistics Run(
        ProjectSummary summary,
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

        var calls = summary.Calls.OrderBy(site => site.Call.Location, LocationOrder.Order).ToList();
        List<ApiCallSite> unresolved = [];
        if (calls.Count > 0)
        {
            var dispatch = new Dispatch(compilation, cancellationToken);
            var graph = new CallGraph(summary, dispatch);
            var forwarded = ForwardedCalls.Resolve(calls, graph, out unresolved);
            foreach (var diagnostic in forwarded.SelectMany(site => ApiCallReports.Of(site.Call, applications, atEnd: true)))
            {
                report(diagnostic);
            }

            calls.AddRange(forwarded);
            if (!summary.Endpoints.IsEmpty)
            {
                var solver = new PathConditionSolver(summary.Predicates);
                var search = new CallPathSearch(graph, solver, applications);
                var endpoints = new UnguardedEndpoints(summary, applications, dispatch, new GuardReader(new Lazy<ApplicationSet>(() => applications)));
                var enumeration = new CallPathEnumeration(graph, solver, applications);
                foreach (var diagnostic in endpoints.Reports(calls.SelectMany(site => CallRequirement.Of(site, solver)), search, enumeration, cancellationToken))
                {
                    report(diagnostic);
                }

                statistics = new ProjectStatistics(search.Visited, endpoints.VisitedBuilders, endpoints.Count);
            }
        }

        foreach (var diagnostic in new UnneededScopes(summary, calls, unresolved, applications).Reports(compilation, uses, cancellationToken))
        {
            report(diagnostic);
        }

        return statistics;
    }
}
