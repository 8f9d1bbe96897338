using System.Runtime.CompilerServices;
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
