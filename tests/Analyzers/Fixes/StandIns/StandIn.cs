using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Fixes.StandIns;

/// <summary>Reports what a fix has to change, where the test says, so that the fix is tested without the rule.</summary>
internal abstract class StandIn(string id, DiagnosticSeverity severity, SyntaxKind kind) : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new(id, "Test", "Fix {0}", "Test", severity, isEnabledByDefault: true)];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, kind);
    }

    protected abstract void Analyze(SyntaxNodeAnalysisContext context);

    protected void Report(SyntaxNodeAnalysisContext context, Location location, string what, ImmutableDictionary<string, string?>? properties = null) =>
        context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], location, properties, what));
}
