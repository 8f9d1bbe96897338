using System.Globalization;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Calls.Addresses;
using DoOAuth.Analyzers.Project.Explaining;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project;

/// <summary>Combines the summaries of a project's methods after all of them are read.</summary>
internal static class ProjectReports
{
    /// <summary>Reads what only the whole project tells.</summary>
    /// <param name="extractor">What was extracted.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <param name="uses">Those that the project adds and maps.</param>
    /// <param name="scopesFile">The project's file of scopes, if it has one.</param>
    /// <param name="report">Receives the reports.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    /// <returns>The amount of work that it took.</returns>
    public static ProjectStatistics Run(
        ProjectExtractor extractor,
        Compilation compilation,
        ApplicationSet applications,
        ApplicationUses uses,
        ScopesFile? scopesFile,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        var statistics = new ProjectStatistics(0, 0, 0);
        if (applications.All.IsEmpty && scopesFile is null)
        {
            return statistics;
        }

        var calls = ProjectCalls.Of(extractor, compilation, applications, cancellationToken);
        var summary = calls.Summary;
        var search = new CallPathSearch(calls.Graph, calls.Solver, applications, calls.Limits);

        // A call that is made for several types is reported once.
        foreach (var diagnostic in calls.ReadAtEnd.Where(site => site.Call.Location.IsInSource).SelectMany(site => ApiCallReports.Of(site.Call, applications, atEnd: true))
            .GroupBy(diagnostic => (diagnostic.Location, diagnostic.GetMessage(CultureInfo.InvariantCulture))).Select(same => same.First())
            .Concat(new LibraryCallReports(calls.Graph, calls.Solver, calls.Limits, applications, compilation.Assembly).Reports(calls.All, cancellationToken)))
        {
            report(diagnostic);
        }

        foreach (var diagnostic in PathTextsOf(calls, cancellationToken))
        {
            report(diagnostic);
        }

        var guards = new GuardReader(new Lazy<ApplicationSet>(() => applications));
        if (calls.All.Count > 0 && !summary.Endpoints.IsEmpty)
        {
            var endpoints = new UnguardedEndpoints(summary, applications, calls.Dispatch, calls.Solver, guards, calls.Limits);
            var enumeration = new CallPathEnumeration(calls.Graph, calls.Solver, applications);
            foreach (var diagnostic in endpoints.Reports(calls.All.SelectMany(site => CallRequirement.Of(site, calls.Solver)), search, enumeration, cancellationToken))
            {
                report(diagnostic);
            }

            statistics = new ProjectStatistics(search.Visited, endpoints.VisitedBuilders, endpoints.Count);
        }

        var unneeded = new UnneededScopes(summary, calls.All, calls.Unresolved, calls.Unclaimed, extractor.Libraries.Value, applications);
        foreach (var diagnostic in unneeded.Reports(compilation, uses, cancellationToken))
        {
            report(diagnostic);
        }

        foreach (var condition in summary.Edges.Select(edge => edge.Conditions).Concat(calls.All.Select(site => site.Conditions)).Where(conditions => !conditions.IsEmpty).SelectMany(conditions => conditions))
        {
            if (condition is { IsCut: true, Returned: { } cut })
            {
                calls.Limits.Reach(new ReachedLimit(PathCondition.MostAlternatives, "alternatives of a condition"), cut.GetLocation());
            }
        }

        foreach (var (limit, at) in calls.Limits.All)
        {
            report(Diagnostic.Create(ProjectRules.Limit, at, limit));
        }

        if (scopesFile is not null && ScopesFileReports.Of(scopesFile, ExplainedScopes.Of(calls.Code, applications, compilation.Assembly, cancellationToken)) is { } outOfDate)
        {
            report(outOfDate);
        }

        return statistics;
    }

    // Those that a file told by itself are reported already.
    private static IEnumerable<Diagnostic> PathTextsOf(ProjectCalls calls, CancellationToken cancellationToken)
    {
        var told = new HashSet<Location>(calls.Summary.Calls.SelectMany(site => PathTextReports.DecidedHere(site.Call)).Select(source => source.Place!));
        var texts = calls.Summary.Calls.Concat(calls.ReadAtEnd).Concat(calls.Unresolved)
            .SelectMany(site => site.Call.Alternatives.Where(alternative => site.Call.IsOnClient || !site.Call.Open.Contains(alternative) || ApiAddress.Of(alternative.Address).Host == ApiHost.DigitalOcean))
            .SelectMany(alternative => PathTexts.Of(alternative.Address))
            .Where(source => !told.Contains(source.Place!));
        return calls.Decided.Of(texts, cancellationToken).Select(source => PathTextReports.Of(source, atEnd: true));
    }
}
