using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Extraction;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Project;

/// <summary>
/// Analyzes a whole project: what its methods do is extracted while the compiler binds them, and joined into reports at the
/// compilation's end.
/// </summary>
internal static class ProjectAnalysis
{
    /// <summary>Begins the analysis. Null if the project does not reference DoOAuth.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <param name="joined">Is told how much work the end was.</param>
    /// <returns>What takes the invocations, since the caller reads those itself.</returns>
    public static ProjectExtractor? Start(
        CompilationStartAnalysisContext start, Lazy<ApplicationSet> applications, Action<ProjectStatistics>? joined = null)
    {
        if (ProjectExtractor.Start(start, applications) is not { } flow)
        {
            return null;
        }

        var uses = ApplicationUses.Watch(start);
        start.RegisterCompilationEndAction(end =>
        {
            var statistics = ProjectReports.Run(flow, end.Compilation, applications.Value, uses, end.ReportDiagnostic, end.CancellationToken);
            joined?.Invoke(statistics);
        });
        return flow;
    }
}
