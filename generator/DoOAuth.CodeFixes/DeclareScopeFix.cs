using System.Collections.Immutable;
using System.Composition;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Analyzers.Rules;
using DoOAuth.CodeFixes.Choices;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes;

/// <summary>Fixes DOO005, DOO101 and DOO102: declares the missing scopes on the class in the report.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareScopeFix))]
[Shared]
public sealed class DeclareScopeFix : ScopeDeclaringFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RequiredScopeAnalyzer.RuleId, UndeclaredGuardAnalyzer.RuleId, ApiCallReports.UndeclaredId];

    private protected override async Task<IEnumerable<ScopeOption>> FindOptionsAsync(Report report, CancellationToken cancellationToken)
    {
        var combinations = Combinations.Of(report.Property(FixProperties.Scopes));
        var applications = combinations.Count == 0 ? [] : await FindApplicationsAsync(report, cancellationToken).ConfigureAwait(false);
        return applications.SelectMany(application => combinations.Select(combination => new ScopeOption(application, combination)));
    }

    private static async Task<IEnumerable<INamedTypeSymbol>> FindApplicationsAsync(Report report, CancellationToken cancellationToken)
    {
        if (report.Property(FixProperties.Applications) is { } ids)
        {
            return await report.Document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
                ? ids.Split(' ').Select(id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation)).OfType<INamedTypeSymbol>()
                : [];
        }

        // A report that does not name a class is located at one.
        return (await report.FindNodeAsync(cancellationToken).ConfigureAwait(false))?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && await report.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && model.GetDeclaredSymbol(declaration, cancellationToken) is { } application
            ? [application]
            : [];
    }
}
