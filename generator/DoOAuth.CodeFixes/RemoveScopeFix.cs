using System.Collections.Immutable;
using System.Composition;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Rules;
using DoOAuth.CodeFixes.Attributes;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes;

/// <summary>Fixes DOO006 and DOO104: removes the <c>[DigitalOceanScope]</c> of the report.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveScopeFix))]
[Shared]
public sealed class RemoveScopeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [BroadScopeAnalyzer.RuleId, ProjectRules.UnusedId];

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
        && (node.FirstAncestorOrSelf<AttributeSyntax>() ?? (node as AttributeListSyntax)?.Attributes[0]) is { } attribute
        && !await IsGuardUsedAsync(report.Document, attribute, cancellationToken).ConfigureAwait(false)
            ? attribute
            : null;

    // The guard is removed with its scope. If it is called, the code would no longer compile.
    private static async Task<bool> IsGuardUsedAsync(Document document, AttributeSyntax attribute, CancellationToken cancellationToken)
    {
        if (attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } symbol
            || Application.Of(symbol, isInSource: true) is not { } application
            || application.Scopes.FirstOrDefault(scope => scope.Attribute is { } at && at.SyntaxTree == attribute.SyntaxTree && at.Span == attribute.Span)?.Name is not { } removed)
        {
            return false;
        }

        var guard = application.GuardFor(removed);
        return model.Compilation.SyntaxTrees
            .Where(tree => document.Project.Solution.GetDocument(tree) is { } other and not SourceGeneratedDocument)
            .Any(tree => tree.GetRoot(cancellationToken).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == guard));
    }
}
