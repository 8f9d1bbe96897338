using System.Collections.Immutable;
using System.Composition;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes;

/// <summary>Fixes DOO107: writes <c>DigitalOceanScopes.txt</c> as the rule expects it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UpdateScopesFileFix))]
[Shared]
public sealed class UpdateScopesFileFix : CodeFixProvider
{
    private const string Title = "Update DigitalOceanScopes.txt";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ProjectRules.OutOfDateId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new MergedFixAll(
        Title,
        static (context, reports, cancellationToken) => UpdateAsync(context.Solution, reports, cancellationToken));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var report in context.Diagnostics.Select(diagnostic => new Report(context.Document, diagnostic)).Where(report => FileOf(report) is not null))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title,
                    cancellationToken => UpdateAsync(context.Document.Project.Solution, [report], cancellationToken),
                    nameof(UpdateScopesFileFix)),
                report.Diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> UpdateAsync(Solution solution, IReadOnlyList<Report> reports, CancellationToken cancellationToken)
    {
        foreach (var report in reports)
        {
            if (FileOf(report) is { } file && report.Property(FixProperties.Text) is { } text)
            {
                var written = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
                solution = solution.WithAdditionalDocumentText(file.Id, SourceText.From(text, written.Encoding));
            }
        }

        return solution;
    }

    private static TextDocument? FileOf(Report report) =>
        report.Document.Project.AdditionalDocuments.FirstOrDefault(file => (file.FilePath ?? file.Name) == report.Property(FixProperties.File));
}
