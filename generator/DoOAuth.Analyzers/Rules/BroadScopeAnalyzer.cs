using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO006: <c>read</c> or <c>write</c> together with scopes that it covers, so that declaring those has no effect.</summary>
/// <remarks>
/// Reported at the broad scope. Removing it requests less, and leaves every guard. Removing the other scopes is the alternative.
/// The diagnostic's property lists them.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BroadScopeAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO006";

    private static readonly DiagnosticDescriptor Covers = new(
        RuleId,
        "A broad scope makes other scopes redundant",
        "'{0}' already covers {1}. Remove [{2}] to ask for less.",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Covers];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterApplicationAction(Analyze);
    }

    private static void Analyze(SymbolAnalysisContext context, ApplicationDeclaration declaration)
    {
        // An optional broad scope is requested later or never. Until then, users have granted only the others.
        var scopes = declaration.Scopes;
        foreach (var broad in scopes.Where(scope => ScopeCoverage.IsBroad(scope.Name) && !scope.IsOptional))
        {
            var covered = scopes.Where(scope => IsVoidBeside(broad, scope, scopes)).ToList();
            if (covered.Count == 0 || broad.Attribute is null)
            {
                continue;
            }

            var names = covered.Select(scope => scope.Name).Distinct(StringComparer.Ordinal).ToList();
            context.ReportDiagnostic(Diagnostic.Create(
                Covers,
                broad.FindLocation(context.CancellationToken),
                covered.Select(scope => scope.FindLocation(context.CancellationToken)),
                FixProperties.For(names),
                broad.Name,
                NameList.Of(names),
                broad.Attribute.GetSyntax(context.CancellationToken).ToString()));
        }
    }

    // If two cover each other, as read and api:read do, the first one makes the second one redundant.
    private static bool IsVoidBeside(ScopeDeclaration broad, ScopeDeclaration scope, ImmutableArray<ScopeDeclaration> scopes) =>
        scope.Name != broad.Name
        && ScopeCoverage.Covers(broad.Name, scope.Name)
        && (scope.IsOptional || !ScopeCoverage.Covers(scope.Name, broad.Name) || scopes.IndexOf(broad) < scopes.IndexOf(scope));
}
