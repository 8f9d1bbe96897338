using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values;

/// <summary>Reads names of headers as far as their file tells them.</summary>
internal static class HeaderText
{
    /// <summary>The name: a literal, a constant of the same file, <c>nameof</c>, or a member of a class such as <c>HeaderNames</c>; null for anything else.</summary>
    public static string? Of(ExpressionSyntax name) => name switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal.Token.ValueText : null,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } => NameOf(named)?.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: var type } when NameOf(type)?.Identifier.ValueText is { } list && (list is "KnownHeaders" || list.EndsWith("HeaderNames", StringComparison.Ordinal)) => member,
        IdentifierNameSyntax or MemberAccessExpressionSyntax => OfConstant(NameOf(name)!),
        _ => null,
    };

    private static SimpleNameSyntax? NameOf(ExpressionSyntax expression) => expression as SimpleNameSyntax ?? (expression as MemberAccessExpressionSyntax)?.Name;

    private static string? OfConstant(SimpleNameSyntax constant) => VariableMentions.In(constant.SyntaxTree.GetRoot(), constant.Identifier.ValueText).Tokens
        .Select(token => ((token.Parent as VariableDeclaratorSyntax)?.Initializer?.Value as LiteralExpressionSyntax)?.Token.ValueText)
        .FirstOrDefault(text => text is not null);
}
