using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DoOAuth.CodeFixes.Edits;

/// <summary>
/// Fixes all reports of a document, a project or a solution at once. The fixes of several reports can write to the same position
/// in another document, so merging them afterwards would write text twice.
/// </summary>
/// <param name="title">The title in the editor.</param>
/// <param name="fix">Fixes the reports, in the order of projects, files and lines.</param>
internal sealed class MergedFixAll(string title, Func<FixAllContext, IReadOnlyList<Report>, CancellationToken, Task<Solution>> fix) : FixAllProvider
{
    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var diagnostics = await DiagnosticsAsync(fixAllContext).ConfigureAwait(false);
        var order = fixAllContext.Solution.ProjectIds.ToList();
        var reports = diagnostics
            .Select(diagnostic => new Report(fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic))
            .Where(report => report.Document is not null)
            .OrderBy(report => order.IndexOf(report.Document.Project.Id))
            .ThenBy(report => report.Document.FilePath ?? report.Document.Name, StringComparer.Ordinal)
            .ThenBy(report => report.Diagnostic.Location.SourceSpan.Start)
            .ToList();
        return reports.Count == 0
            ? null
            : CodeAction.Create(title, cancellationToken => fix(fixAllContext, reports, cancellationToken), fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document)
        {
            return context.Document is { } document ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false) : [];
        }

        var projects = context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp);
        var all = new List<Diagnostic>();
        foreach (var project in projects)
        {
            all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return all;
    }
}
