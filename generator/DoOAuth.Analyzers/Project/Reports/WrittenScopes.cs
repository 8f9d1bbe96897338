using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>Finds where code names a scope, in whatever way: in a text, by its constant, or in code that this build leaves out. The declaration does not count.</summary>
internal static class WrittenScopes
{
    /// <summary>Whether any code names the scope.</summary>
    public static bool Include(string scope, Compilation compilation, CancellationToken cancellationToken)
    {
        var constant = ScopeConstant.Of(scope);
        var path = constant.Resource is null ? constant.ToString() : $"{constant.Resource}.{constant.Name}";
        foreach (var tree in compilation.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || RazorFiles.IsGenerated(tree)))
        {
            var text = tree.GetText(cancellationToken);
            var isWritten = TextSearch.Contains(text, scope) || TextSearch.Contains(text, path);
            var isLeftOut = TextSearch.Contains(text, "#if") && tree.GetRoot(cancellationToken).DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && IsIn(trivia.ToString(), scope, path));
            if (isLeftOut || (isWritten && tree.GetRoot(cancellationToken).DescendantNodes(node => !IsDeclaration(node)).Any(node => Names(node, scope, constant))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeclaration(SyntaxNode node) => node is AttributeSyntax { Name: var name }
        && (name is QualifiedNameSyntax { Right: var right } ? right : name) is SimpleNameSyntax { Identifier.ValueText: "DigitalOceanScope" or "DigitalOceanScopeAttribute" };

    private static bool Names(SyntaxNode node, string scope, ScopeConstant constant) => node switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && IsWordIn(literal.Token.ValueText, scope),
        InterpolatedStringTextSyntax part => IsWordIn(part.TextToken.ValueText, scope),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var resource } => name == constant.Name
            && (resource is MemberAccessExpressionSyntax access ? access.Name : resource) is IdentifierNameSyntax { Identifier.ValueText: var named } && named == (constant.Resource ?? ScopeConstant.ClassName),
        _ => false,
    };

    // A word such as "read" can mean anything, so it has to be alone.
    private static bool IsWordIn(string text, string scope)
    {
        if (scope.IndexOf(':') < 0)
        {
            return text == scope;
        }

        for (var start = text.IndexOf(scope, StringComparison.Ordinal); start >= 0; start = text.IndexOf(scope, start + 1, StringComparison.Ordinal))
        {
            if ((start == 0 || !IsOfName(text[start - 1])) && (start + scope.Length == text.Length || !IsOfName(text[start + scope.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or ':' or '-';

    private static bool IsIn(string disabled, string scope, string path) =>
        disabled.Contains("v2/") || disabled.Contains(path) || disabled.Contains(ScopeName.ToPascalCase(scope)) || IsWordIn(disabled, scope);
}
