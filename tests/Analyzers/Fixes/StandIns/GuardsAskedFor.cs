using System.Collections.Immutable;
using DoOAuth.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Fixes.StandIns;

/// <summary>
/// Reports as the rule on endpoints without guards does, at the name of the call that maps. The test puts the guards into
/// the route, <c>MapGet("/?RequireDropletRead RequireImageRead|RequireSnapshotRead", …)</c>, and several reports apart by commas.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class GuardsAskedFor() : StandIn("DOO103", DiagnosticSeverity.Warning, SyntaxKind.InvocationExpression)
{
    protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        var route = call.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<LiteralExpressionSyntax>()
            .Select(literal => literal.Token.ValueText).FirstOrDefault(text => text.StartsWith("/?", StringComparison.Ordinal));
        if (route is null)
        {
            return;
        }

        SyntaxNode chain = call;
        while (chain.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            chain = chain.Parent;
        }

        var text = chain.ToString();
        foreach (var guards in route[2..].Split(',').Where(guards => !guards.Split(' ').All(IsMet)))
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Guards, guards);
            var name = call.Expression switch { MemberAccessExpressionSyntax member => member.Name, MemberBindingExpressionSyntax binding => binding.Name, var other => other };
            Report(context, name.GetLocation(), guards, properties);
        }

        bool IsMet(string anyOf) => anyOf.Split('|').Any(guard => text.Contains($"{guard}()", StringComparison.Ordinal));
    }
}
