using System.Collections.Immutable;
using System.Composition;
using DoOAuth.Analyzers.Calls;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes;

/// <summary>Fixes DOO106: writes the text with <c>DigitalOceanPath.Segment</c> instead of a call that only escapes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SegmentFix))]
[Shared]
public sealed class SegmentFix : CodeFixProvider
{
    private const string Title = "Write it with DigitalOceanPath.Segment";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [PathTextReports.RuleId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new MergedFixAll(Title, WriteAllAsync);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title,
                    cancellationToken => WriteAsync(context.Document.Project.Solution, [new Report(context.Document, diagnostic)], cancellationToken),
                    nameof(SegmentFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static Task<Solution> WriteAllAsync(FixAllContext context, IReadOnlyList<Report> reports, CancellationToken cancellationToken) =>
        WriteAsync(context.Solution, reports, cancellationToken);

    // Several texts can be escaped by the same call.
    private static async Task<Solution> WriteAsync(Solution solution, IReadOnlyList<Report> reports, CancellationToken cancellationToken)
    {
        var (edits, written, imported) = (new SolutionEdits(), new HashSet<Location>(), new HashSet<(DocumentId, SyntaxNode?)>());
        foreach (var report in reports)
        {
            var isEscaped = report.Diagnostic.AdditionalLocations.Count > 0;
            var place = isEscaped ? report.Diagnostic.AdditionalLocations[0] : report.Diagnostic.Location;
            if (written.Add(place)
                && solution.GetDocument(place.SourceTree) is { } document
                && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
                && await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
                && ExpressionAt(root, place) is { } expression)
            {
                Write(edits, document, model, isEscaped && expression is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var text }] } ? text : expression, expression);
                var isKnown = model.LookupNamespacesAndTypes(expression.SpanStart, name: "DigitalOceanPath").Any(type => type.ContainingNamespace is { Name: "DoOAuth", ContainingNamespace.IsGlobalNamespace: true });
                if (!isKnown && imported.Add((document.Id, root.Usings.Count == 0 ? expression.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>(space => space.Usings.Count > 0) : null)))
                {
                    UsingDirectives.Add(edits, document, root, await document.GetTextAsync(cancellationToken).ConfigureAwait(false), expression.SpanStart, ["DoOAuth"]);
                }
            }
        }

        return await edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
    }

    // With the brackets around it, which an argument does not need.
    private static ExpressionSyntax? ExpressionAt(SyntaxNode root, Location place)
    {
        var found = root.FindNode(place.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(expression => expression.Span == place.SourceSpan);
        while (found?.Parent is ParenthesizedExpressionSyntax around)
        {
            found = around;
        }

        return found;
    }

    private static void Write(SolutionEdits edits, Document document, SemanticModel model, ExpressionSyntax text, ExpressionSyntax whole)
    {
        var isText = model.GetTypeInfo(text).Type is { SpecialType: SpecialType.System_String } or { Name: "StringValues" };
        var (before, after) = isText ? ("DigitalOceanPath.Segment(", ")") : ("DigitalOceanPath.Segment($\"{", "}\")");
        while (text is ParenthesizedExpressionSyntax { Expression: var inner } && text == whole && isText)
        {
            text = inner;
        }

        if (text != whole)
        {
            // What is around the text goes: the call that escapes it, or its brackets.
            edits.Remove(document, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(whole.SpanStart, text.SpanStart));
            edits.Remove(document, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(text.Span.End, whole.Span.End));
        }

        edits.Insert(document, text.SpanStart, before);
        edits.Insert(document, text.Span.End, after);
    }
}
