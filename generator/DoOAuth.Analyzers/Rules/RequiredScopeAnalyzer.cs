using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO005: a declared scope without the scopes that DigitalOcean requires on the same token.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequiredScopeAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO005";

    private static readonly DiagnosticDescriptor Incomplete = new(
        RuleId,
        "A declared scope requires scopes that are not declared",
        "DigitalOcean requires {1} together with '{0}'. Add [{2}].",
        RulePages.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Incomplete];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterApplicationAction(Analyze);
    }

    private static void Analyze(SymbolAnalysisContext context, ApplicationDeclaration declaration)
    {
        // An optional scope is requested separately, so the scopes that it requires can be optional or not. They must be declared either way.
        var scopes = declaration.Scopes;
        var declared = new ScopeCoverage(scopes.Select(scope => scope.Name));
        foreach (var scope in scopes)
        {
            var missing = RequiredScopes.Missing(scope.Name, declared, BundledCatalogs.Scopes);
            if (missing.Count > 0)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Incomplete,
                    scope.FindLocation(context.CancellationToken),
                    FixProperties.For(missing),
                    scope.Name,
                    NameList.Of(missing),
                    string.Join(", ", missing.Select(name => $"DigitalOceanScope({ScopeConstant.Of(name)})"))));
            }
        }
    }
}
