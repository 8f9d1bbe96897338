using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Fixes.StandIns;

/// <summary>
/// Reports as the rules on scopes that nobody declares do, in the words that the test puts into its code:
/// <c>Ask.For("droplet:read image:read|snapshot:read", "T:First T:Second")</c>. Without classes, all that there are.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ScopesAskedFor() : StandIn("DOO102", DiagnosticSeverity.Error, SyntaxKind.InvocationExpression)
{
    /// <summary>What the calls need to compile.</summary>
    public const string Source = "static class Ask { public static void For(string scopes, string classes = \"\") { } }";

    protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression.ToString() != "Ask.For")
        {
            return;
        }

        var texts = call.ArgumentList.Arguments.Select(argument => ((LiteralExpressionSyntax)argument.Expression).Token.ValueText).ToList();
        var classes = ApplicationSet.Of(context.Compilation, context.CancellationToken).Value.All
            .Where(application => texts.Count == 1 || texts[1].Split(' ').Contains(application.Symbol.GetDocumentationCommentId()))
            .ToList();
        if (!classes.Exists(application => application.Coverage.Meets(ScopeRequirement.Parse(texts[0]))))
        {
            Report(context, call.ArgumentList.Arguments[0].GetLocation(), texts[0], FixProperties.For([texts[0]], classes.Select(application => application.FixId)));
        }
    }
}
