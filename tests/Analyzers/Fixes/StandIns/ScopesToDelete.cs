using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Fixes.StandIns;

/// <summary>Reports as the rules on scopes that should go do: here every <c>[DigitalOceanScope]</c> of a scope that deletes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ScopesToDelete() : StandIn("DOO104", DiagnosticSeverity.Info, SyntaxKind.Attribute)
{
    protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (((AttributeSyntax)context.Node).ArgumentList?.ToString().Contains(".Delete", StringComparison.Ordinal) == true)
        {
            Report(context, context.Node.GetLocation(), context.Node.ToString());
        }
    }
}
