using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Explaining;
using DoOAuth.Analyzers.Project.Extraction;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Project;

/// <summary>
/// Analyzes a whole project. Information about its methods is extracted while the compiler binds them, and combined into reports at
/// the end of the compilation.
/// </summary>
internal static class ProjectAnalysis
{
    /// <summary>Starts the analysis. Null if the project does not reference DoOAuth.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <param name="joined">Receives the amount of work that the end took.</param>
    /// <returns>The extractor, which gets the invocations from the caller.</returns>
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
            var scopesFile = ScopesFile.Find(end.Options.AdditionalFiles, end.CancellationToken);
            var statistics = ProjectReports.Run(flow, end.Compilation, applications.Value, uses, scopesFile, end.ReportDiagnostic, end.CancellationToken);
            joined?.Invoke(statistics);
        });
        return flow;
    }
}
