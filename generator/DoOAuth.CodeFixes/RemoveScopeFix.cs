using System.Collections.Immutable;
using System.Composition;
using DoOAuth.CodeFixes.Attributes;
using DoOAuth.CodeFixes.Edits;
using DoOAuth.Generator.Analyzers;
using DoOAuth.Generator.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes;

/// <summary>Mends DOO006 and DOO104: takes away the <c>[DigitalOceanScope]</c> that the report stands at.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveScopeFix))]
[Shared]
public sealed class RemoveScopeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [BroadScopeAnalyzer.RuleId, FlowReports.UnusedId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new MergedFixAll(
        "Remove the scopes",
        static (context, reports, cancellationToken) => RemoveAsync(context.Solution, reports, cancellationToken));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var report = new Report(context.Document, diagnostic);
            if (await FindAttributeAsync(report, context.CancellationToken).ConfigureAwait(false) is { } attribute)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Remove [{attribute.NormalizeWhitespace()}]",
                        cancellationToken => RemoveAsync(context.Document.Project.Solution, [report], cancellationToken),
                        nameof(RemoveScopeFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> RemoveAsync(Solution solution, IReadOnlyList<Report> reports, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        foreach (var ofDocument in reports.GroupBy(report => report.Document.Id))
        {
            var attributes = new HashSet<AttributeSyntax>();
            foreach (var report in ofDocument)
            {
                if (await FindAttributeAsync(report, cancellationToken).ConfigureAwait(false) is { } attribute)
                {
                    attributes.Add(attribute);
                }
            }

            var document = solution.GetDocument(ofDocument.Key)!;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            foreach (var span in AttributeRemoval.SpansOf(text, attributes))
            {
                edits.Remove(document, span);
            }
        }

        return await edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AttributeSyntax?> FindAttributeAsync(Report report, CancellationToken cancellationToken) =>
        await report.FindNodeAsync(cancellationToken).ConfigureAwait(false) is { } node
            ? node.FirstAncestorOrSelf<AttributeSyntax>() ?? (node as AttributeListSyntax)?.Attributes[0]
            : null;
}
