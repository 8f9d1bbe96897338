using System.Runtime.CompilerServices;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Where the code of a type writes to what, by name. Read once for a declaration, and only when somebody asks for one of its members.</summary>
internal static class MemberWrites
{
    private static readonly ConditionalWeakTable<SyntaxNode, ILookup<string, ExpressionSyntax>> Known = new();

    /// <summary>The places that write to something of this name: to the left of an assignment, given by reference, or counted up or down.</summary>
    public static IEnumerable<ExpressionSyntax> To(string name, SyntaxNode type) => Known.GetValue(type, Read)[name];

    /// <summary>Whether a place writes to something else of that name: to a variable of its method, or to a member of another type's object that it makes.</summary>
    /// <param name="place">The place.</param>
    /// <param name="name">The name.</param>
    /// <param name="type">The name of the member's type.</param>
    public static bool IsOfOther(ExpressionSyntax place, string name, string type) => place is IdentifierNameSyntax
        && (place.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax { Type: var made } } }
            ? ((made as SimpleNameSyntax) ?? (made as QualifiedNameSyntax)?.Right)?.Identifier.ValueText is { } other && other != type
            : place.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method
                && VariableMentions.In(method, name).Tokens.Any(token => token.Parent is VariableDeclaratorSyntax or ParameterSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax
                    && token.Parent.AncestorsAndSelf().FirstOrDefault(IsScope)?.Span.Contains(place.Span) is true));

    private static bool IsScope(SyntaxNode node) =>
        node is BlockSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or CommonForEachStatementSyntax or ForStatementSyntax or UsingStatementSyntax or SwitchSectionSyntax;

    /// <summary>The names of all that the code writes to.</summary>
    public static IEnumerable<string> NamesIn(SyntaxNode code) => Known.GetValue(code, Read).Select(writes => writes.Key);

    private static ILookup<string, ExpressionSyntax> Read(SyntaxNode type) => type.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Select(identifier => (Name: identifier.Identifier.ValueText, Place: identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier ? access : (ExpressionSyntax)identifier))
        .Where(write => IsWritten(write.Place))
        .ToLookup(write => write.Name, write => write.Place, StringComparer.Ordinal);

    private static bool IsWritten(ExpressionSyntax place) => place.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == place,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax tuple } } argument => tuple.Left == argument.Parent,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword),
        PostfixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        RefExpressionSyntax => true,
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        _ => false,
    };
}
