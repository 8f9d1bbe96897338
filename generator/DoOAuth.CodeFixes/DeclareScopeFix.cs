using System.Collections.Immutable;
using System.Composition;
using DoOAuth.CodeFixes.Choices;
using DoOAuth.CodeFixes.Edits;
using DoOAuth.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DoOAuth.CodeFixes;

/// <summary>Mends DOO005, DOO101 and DOO102: declares the scopes that are lacking on the class that the report names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareScopeFix))]
[Shared]
public sealed class DeclareScopeFix : ScopeDeclaringFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["DOO005", "DOO101", "DOO102"];

    private protected override async Task<IEnumerable<ScopeOption>> FindOptionsAsync(Report report, CancellationToken cancellationToken)
    {
        var (scopes, applications) = (report.Property(FixProperties.Scopes), report.Property(FixProperties.Applications));
        if (scopes is null
            || applications is null
            || await report.Document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return [];
        }

        return applications.Split(' ')
            .Select(id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation))
            .OfType<INamedTypeSymbol>()
            .SelectMany(application => Combinations.Of(scopes).Select(combination => new ScopeOption(application, combination)));
    }
}
