using System.Collections.Immutable;
using System.Composition;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Catalog.Embedded;
using DoOAuth.Catalog.Names;
using DoOAuth.CodeFixes.Choices;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes;

/// <summary>
/// Fixes the compiler's error at a guard that does not exist, such as <c>RequireDropletDelete()</c>, by declaring the scope that it
/// is named after.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareGuardedScopeFix))]
[Shared]
public sealed class DeclareGuardedScopeFix : ScopeDeclaringFix
{
    /// <summary>
    /// A value has no such member; a static class has none; an extension method with this name exists only for other receivers.
    /// </summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CS1061", "CS0117", "CS1929"];

    private protected override async Task<IEnumerable<ScopeOption>> FindOptionsAsync(Report report, CancellationToken cancellationToken)
    {
        // This runs for every missing member, so the name is checked before anything is looked up.
        if (await GuardAtAsync(report, cancellationToken).ConfigureAwait(false) is not { } guard
            || !guard.StartsWith("Require", StringComparison.Ordinal)
            || await report.Document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return [];
        }

        return ApplicationSet.Of(compilation, cancellationToken).Value.All
            .SelectMany(application => BundledCatalogs.Scopes.Current
                .Where(scope => application.GuardFor(scope.Name) == guard)
                .Select(scope => new ScopeOption(application.Symbol, [scope.Name])));
    }

    // The compiler reports at the name, at the dot if there is a question mark before it, or at the receiver (CS1929).
    private static async Task<string?> GuardAtAsync(Report report, CancellationToken cancellationToken) =>
        await report.FindNodeAsync(cancellationToken).ConfigureAwait(false) switch
        {
            SimpleNameSyntax name => name.Identifier.ValueText,
            MemberBindingExpressionSyntax { Name: var name } => name.Identifier.ValueText,
            { Parent: MemberAccessExpressionSyntax { Name: var name } } => name.Identifier.ValueText,
            _ => null,
        };
}
