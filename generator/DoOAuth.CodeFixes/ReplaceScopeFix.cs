using System.Collections.Immutable;
using System.Composition;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes;

/// <summary>Fixes DOO002: writes the constant of the scope that was probably intended, or of the scope's new name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceScopeFix))]
[Shared]
public sealed class ReplaceScopeFix : CodeFixProvider
{
    private const string EquivalenceKey = nameof(ReplaceScopeFix);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ScopeNameAnalyzer.RuleId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(ScopeNameAnalyzer.ReplacementProperty, out var scope)
                && scope is not null
                && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Write {ScopeConstant.Of(scope)}",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(
                            expression, ScopeConstantExpression.Of(scope).WithTriviaFrom(expression)))),
                        EquivalenceKey),
                    diagnostic);
            }
        }
    }
}
