using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Flow;

/// <summary>The places where a body mentions a variable's name. Most variables are mentioned a few times, and most parameters are never assigned.</summary>
internal sealed class VariableMentions
{
    // Every use of a variable needs it, for example of a client that all handlers of a method share.
    private static readonly ConditionalWeakTable<SyntaxNode, ConcurrentDictionary<string, VariableMentions>> Known = new();

    private readonly List<SyntaxToken> _tokens = [];
    private readonly Lazy<List<SyntaxToken>> _changes;

    private VariableMentions(SyntaxNode body, string name)
    {
        _changes = new Lazy<List<SyntaxToken>>(() => _tokens.FindAll(MayChangeAt));
        var span = body.Span;
        var text = FileText.Of(body.SyntaxTree);

        // An escaped letter hides the name from a text search.
        if (text.IndexOf("\\u", span.Start, span.Length, StringComparison.OrdinalIgnoreCase) >= 0)
        {
            _tokens.AddRange(body.DescendantTokens().Where(token => Is(token, name)));
            return;
        }

        var next = span.Start;
        for (var found = Find(); found >= 0; found = Find())
        {
            next = found + name.Length;
            if (!ContinuesName(text, found - 1) && !ContinuesName(text, next) && body.FindToken(found) is var token && Is(token, name))
            {
                _tokens.Add(token);
            }
        }

        int Find() => text.IndexOf(name, next, span.End - next, StringComparison.Ordinal);
    }

    /// <summary>The places where a body mentions a name.</summary>
    public static VariableMentions In(SyntaxNode body, string name) =>
        Known.GetValue(body, static _ => new ConcurrentDictionary<string, VariableMentions>(StringComparer.Ordinal))
            .GetOrAdd(name, said => new VariableMentions(body, said));

    /// <summary>The names.</summary>
    public IReadOnlyList<SyntaxToken> Tokens => _tokens;

    /// <summary>Whether other code may get the object, and change it, or a method does that is not one of these.</summary>
    public bool Escapes(Func<string, bool> isKnown) => _tokens.Exists(token => token.Parent is IdentifierNameSyntax name && name.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: var method } access => access.Expression == name && !isKnown(method),
        ArgumentSyntax or EqualsValueClauseSyntax or InitializerExpressionSyntax or ExpressionElementSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == name,
        _ => false,
    });

    /// <summary>Whether any of them can change the variable, or the object that it refers to.</summary>
    public bool MayChange => _changes.Value.Count > 0;

    /// <summary>Whether only its declaration changes the variable, or the object that it refers to.</summary>
    public bool ChangesOnlyAt(SyntaxToken declaration) => _changes.Value is [var only] && only == declaration;

    /// <summary>Whether the name is mentioned within a span.</summary>
    public bool IsIn(TextSpan place)
    {
        var (first, end) = (0, _tokens.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = _tokens[middle].SpanStart < place.Start ? (middle + 1, end) : (first, middle);
        }

        return first < _tokens.Count && _tokens[first].SpanStart < place.End;
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
            RefExpressionSyntax => true,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => true,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => true,
            _ => false,
        };
    }
}
