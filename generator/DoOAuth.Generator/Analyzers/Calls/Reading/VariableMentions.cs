using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Generator.Analyzers.Calls.Reading;

/// <summary>Where a body says a variable's name. Most variables are said a few times, and most parameters are never assigned.</summary>
internal sealed class VariableMentions
{
    private readonly List<SyntaxToken> _tokens = [];

    /// <param name="body">The body.</param>
    /// <param name="name">The variable's name.</param>
    public VariableMentions(SyntaxNode body, string name)
    {
        var span = body.Span;
        var text = body.SyntaxTree.GetText().ToString(span);

        // An escaped letter hides the name from a search of the text.
        if (text.IndexOf("\\u", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            _tokens.AddRange(body.DescendantTokens().Where(token => Is(token, name)));
            return;
        }

        for (var found = text.IndexOf(name, StringComparison.Ordinal); found >= 0; found = text.IndexOf(name, found + name.Length, StringComparison.Ordinal))
        {
            if (!ContinuesName(text, found - 1) && !ContinuesName(text, found + name.Length) && body.FindToken(span.Start + found) is var token && Is(token, name))
            {
                _tokens.Add(token);
            }
        }
    }

    /// <summary>Whether any of them may change the variable, or what it refers to.</summary>
    public bool MayChange => _tokens.Exists(MayChangeAt);

    /// <summary>Whether the name is said within a place.</summary>
    public bool IsIn(TextSpan place)
    {
        foreach (var token in _tokens)
        {
            if (token.SpanStart >= place.Start)
            {
                return token.SpanStart < place.End;
            }
        }

        return false;
    }

    private static bool Is(SyntaxToken token, string name) => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name;

    private static bool ContinuesName(string text, int position) => position >= 0 && position < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[position]);

    private static bool MayChangeAt(SyntaxToken token)
    {
        if (token.Parent is ParameterSyntax)
        {
            return false;
        }

        if (token.Parent is not IdentifierNameSyntax name)
        {
            return true;
        }

        ExpressionSyntax place = name;
        while (place.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            place = (ExpressionSyntax)place.Parent;
        }

        return place.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == place,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => true,
            _ => false,
        };
    }
}
