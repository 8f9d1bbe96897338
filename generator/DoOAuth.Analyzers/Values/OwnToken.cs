using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values;

/// <summary>Tells code that sets the header <c>Authorization</c> by itself: its calls do not carry the user's token.</summary>
internal static class OwnToken
{
    private const string Header = "Authorization";

    // Asked for again by every call in the same code.
    private static readonly ConditionalWeakTable<SyntaxNode, object> Known = new();

    /// <summary>Whether the type around an operation, or in a program's statements the statement, sets the header.</summary>
    public static bool IsSetAround(IOperation operation) =>
        (operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? (SyntaxNode?)operation.Syntax.FirstAncestorOrSelf<GlobalStatementSyntax>()) is { } code
        && IsSetIn(code);

    /// <summary>Whether the statement that registers a client, around what its lambda says, sets the header or adds a handler that may.</summary>
    /// <param name="part">What the lambda says.</param>
    /// <param name="model">The meaning of the file; null if it is out of reach.</param>
    public static bool IsSetWhereRegistered(SyntaxNode part, SemanticModel? model) =>
        part.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>()?.Parent?.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && (IsSetIn(statement) || statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => TokenHandlers.MaySet(call, model)));

    /// <summary>Whether the code sets the header.</summary>
    public static bool IsSetIn(SyntaxNode code) => (bool)Known.GetValue(code, node => Sets(node));

    private static bool Sets(SyntaxNode code) => code.DescendantNodesAndSelf().Any(node => node switch
    {
        IdentifierNameSyntax { Identifier.ValueText: Header or "Authenticator" or "AuthorizationHeaderValueGetter" } name => IsAssigned(name),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal =>
            string.Equals(literal.Token.ValueText, Header, StringComparison.OrdinalIgnoreCase) && literal.Parent is ArgumentSyntax,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: Header, Expression: IdentifierNameSyntax { Identifier.ValueText: "HeaderNames" } } => true,
        _ => false,
    });

    private static bool IsAssigned(IdentifierNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name) is var target
        && target.Parent is AssignmentExpressionSyntax assignment
        && assignment.Left == target;
}
