using System.Collections.Immutable;
using System.Composition;
using DoOAuth.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes;

/// <summary>Fixes DOO001: makes an annotated class and its containing types partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : CodeFixProvider
{
    private const string Title = "Make it partial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [PartialClassAnalyzer.RuleId];

    // Two annotated classes can be nested in one type, and their fixes overlap. Therefore all reports of a document are fixed at once.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        static async (context, document, diagnostics) => await MakePartialAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => root is not null && TypesToMend(root, diagnostic).Any()))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title,
                    cancellationToken => MakePartialAsync(context.Document, [diagnostic], cancellationToken),
                    equivalenceKey: Title),
                diagnostic);
        }
    }

    private static async Task<Document> MakePartialAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return document;
        }

        var types = diagnostics.SelectMany(diagnostic => TypesToMend(root, diagnostic)).Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(types, (_, type) => PartialModifier.AddTo(type)));
    }

    // The diagnostic names the types that are not partial. If there is another problem with the class, it names none.
    private static IEnumerable<TypeDeclarationSyntax> TypesToMend(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations
            .Select(location => root.FindNode(location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>())
            .OfType<TypeDeclarationSyntax>();
}
