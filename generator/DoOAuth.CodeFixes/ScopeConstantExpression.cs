using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DoOAuth.CodeFixes;

/// <summary>Writes a scope as code.</summary>
internal static class ScopeConstantExpression
{
    /// <summary>The scope's constant, as short as the usings at the position allow.</summary>
    public static ExpressionSyntax Of(string scope) =>
        SyntaxFactory.ParseExpression($"global::DoOAuth.{ScopeConstant.Of(scope)}").WithAdditionalAnnotations(Simplifier.Annotation);
}
