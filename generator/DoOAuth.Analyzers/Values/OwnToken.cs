using System.Runtime.CompilerServices;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values;

/// <summary>Tells code that sets the header <c>Authorization</c> by itself: its calls do not carry the user's token.</summary>
internal static class OwnToken
{
    private const string Header = "Authorization";

    // What only reads a header, or removes it.
    private static readonly string[] Reads = ["Contains", "TryGet", "Get", "Remove", "Equals", "nameof"];

    // Asked for again by every call in the same code.
    private static readonly ConditionalWeakTable<SyntaxNode, object> Known = new();

    /// <summary>Whether the type around an operation sets the header, with its other parts and its base classes; or, in a program's statements, one that mentions the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="client">The client that sends the request; null if it is not known.</param>
    public static bool IsSetAround(IOperation operation, IOperation? client = null)
    {
        if (operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            return operation.SemanticModel?.GetDeclaredSymbol(type) is INamedTypeSymbol symbol ? IsSetBy(symbol) : IsSetIn(type);
        }

        return operation.Syntax.FirstAncestorOrSelf<GlobalStatementSyntax>() is { } statement
            && (IsSetIn(statement) || (client is ILocalReferenceOperation { Local.Name: var name } && IsSetFor(name, statement.SyntaxTree.GetRoot())));
    }

    /// <summary>Whether a type sets the header, or one of its base classes.</summary>
    public static bool IsSetBy(INamedTypeSymbol type)
    {
        for (var current = type; current is { DeclaringSyntaxReferences.IsEmpty: false }; current = current.BaseType)
        {
            if (current.DeclaringSyntaxReferences.Any(declaration => IsSetIn(declaration.GetSyntax())))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a statement that mentions a variable sets the header.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="code">The code to search.</param>
    public static bool IsSetFor(string variable, SyntaxNode code) => StatementsWith(variable, code).Any(IsSetIn);

    /// <summary>Whether the code that makes a client sets the header: the method, or the whole type for a constructor, a field or a property.</summary>
    /// <param name="part">A part of that code.</param>
    public static bool IsSetWhereMade(SyntaxNode part) => part.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() is { } member
        && IsSetIn(member is MethodDeclarationSyntax or GlobalStatementSyntax ? member : member.Parent as TypeDeclarationSyntax ?? member);

    /// <summary>Whether the statements that register a client, around what a lambda says, set the header or add a handler that may.</summary>
    /// <param name="part">What the lambda says.</param>
    /// <param name="model">The meaning of the file; null if it is out of reach.</param>
    public static bool IsSetWhereRegistered(SyntaxNode part, SemanticModel? model) =>
        part.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>()?.Parent?.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && (statement is LocalDeclarationStatementSyntax { Declaration.Variables: [var builder] } && (statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent) is { } around
            ? StatementsWith(builder.Identifier.ValueText, around)
            : [statement])
            .Any(one => IsSetIn(one) || one.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => TokenHandlers.MaySet(call, model)));

    /// <summary>Whether the code sets the header.</summary>
    public static bool IsSetIn(SyntaxNode code) => (bool)Known.GetValue(code, node => Sets(node));

    private static IEnumerable<StatementSyntax> StatementsWith(string variable, SyntaxNode code) => VariableMentions.In(code, variable).Tokens
        .Select(token => token.Parent?.FirstAncestorOrSelf<StatementSyntax>())
        .OfType<StatementSyntax>()
        .Distinct();

    private static bool Sets(SyntaxNode code) => FileText.Of(code.SyntaxTree).IndexOf("auth", StringComparison.OrdinalIgnoreCase) >= 0 && code.DescendantNodesAndSelf().Any(node => node switch
    {
        IdentifierNameSyntax { Identifier.ValueText: Header or "Authenticator" or "AuthorizationHeaderValueGetter" } name when IsAssigned(name) || name.Parent is NameEqualsSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax } => true,
        ArgumentSyntax { Expression: var name, Parent: { } list } => MaySet(list) && IsHeader(name),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var name, ..] } => IsHeader(name),
        _ => false,
    });

    private static bool IsHeader(ExpressionSyntax name) => string.Equals(HeaderText.Of(name), Header, StringComparison.OrdinalIgnoreCase);

    // Arguments of a call, or the index of an element that is assigned.
    private static bool MaySet(SyntaxNode arguments) => arguments.Parent switch
    {
        InvocationExpressionSyntax call => CalledName.Of(call.Expression) is var name && !Array.Exists(Reads, read => name.StartsWith(read, StringComparison.Ordinal)),
        ElementAccessExpressionSyntax or ImplicitElementAccessSyntax => arguments.Parent.Parent is AssignmentExpressionSyntax assignment && assignment.Left == arguments.Parent,
        _ => arguments is ArgumentListSyntax,
    };

    private static bool IsAssigned(IdentifierNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name) is var target
        && target.Parent is AssignmentExpressionSyntax assignment
        && assignment.Left == target;
}
