using System.Collections.Concurrent;
using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog.Names;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO007: an annotated class that the app never adds, or never maps: everything compiles, and nobody can sign in.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedApplicationAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO007";

    private const string Title = "An annotated class is never added or never mapped";

    private static readonly DiagnosticDescriptor NeverUsed = new(
        RuleId,
        Title,
        "'{0}' is neither added nor mapped, so nobody can sign in. Add builder.{1}(); before the app is built and app.{2}(); after that.",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static readonly DiagnosticDescriptor NeverMapped = new(
        RuleId,
        Title,
        "'{0}' is added but never mapped, so {3} returns 404. Add app.{2}(); after the app is built.",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static readonly DiagnosticDescriptor NeverAdded = new(
        RuleId,
        Title,
        "'{0}' is mapped but never added, so {3} fails. Add builder.{1}(); before the app is built.",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NeverUsed, NeverMapped, NeverAdded];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var classes = new ConcurrentBag<ApplicationDeclaration>();
            var uses = ApplicationUses.Watch(start);
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (ApplicationDeclaration.TryRead(symbol.Symbol, symbol.CancellationToken, out var declaration)
                        && ReachReader.Of(declaration.Symbol) is Reach.Public or Reach.Internal)
                    {
                        classes.Add(declaration);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var unused in classes.Where(application => ApplicationReach.EndsHere(application.Symbol, end.Compilation, uses)))
                {
                    Report(end, unused, uses.IsAdded(unused.Symbol), uses.IsMapped(unused.Symbol));
                }
            });
        });
    }

    private static void Report(CompilationAnalysisContext context, ApplicationDeclaration application, bool isAdded, bool isMapped)
    {
        if (isAdded && isMapped)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            isAdded ? NeverMapped : isMapped ? NeverAdded : NeverUsed,
            application.NameLocation,
            application.Symbol.Name,
            EmittedNames.AddMethod(application.Symbol.Name),
            EmittedNames.MapMethod(application.Symbol.Name),
            EndpointPath.Of(application)[0].Path));
    }
}
