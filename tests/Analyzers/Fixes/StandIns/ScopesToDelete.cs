using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Fixes.StandIns;

/// <summary>Reports as the rules on scopes that should go do: here every <c>[DigitalOceanScope]</c> of a scope that deletes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ScopesToDelete : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("DOO104", "Not needed", "Remove {0}", "Test", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(
            static context =>
            {
                if (((AttributeSyntax)context.Node).ArgumentList?.ToString().Contains(".Delete", StringComparison.Ordinal) == true)
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, context.Node.GetLocation(), context.Node));
                }
            },
            SyntaxKind.Attribute);
    }
}
