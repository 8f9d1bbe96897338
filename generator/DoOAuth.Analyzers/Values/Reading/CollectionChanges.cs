using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Determines whether a collection may be changed after it was written out: by an element, by a method, or by code that it is passed to.</summary>
internal static class CollectionChanges
{
    /// <summary>Whether code may change the collection in a variable, field or property. False for anything that is not a collection.</summary>
    public static bool May(ITypeSymbol? type, SyntaxNode code, string name) =>
        IsCollection(type) && May(code, name, []);

    // A second name is the same collection.
    private static bool May(SyntaxNode code, string name, HashSet<string> names) => names.Add(name)
        && VariableMentions.In(code, name).Tokens.Any(token => token.Parent is IdentifierNameSyntax mention
            && (IsChangedAt(mention) || (SecondNameAt(mention) is { } second && (second.Length == 0 || May(code, second, names)))));

    // The name of the variable that the collection is given to; empty for a place that is not a variable, and null for none.
    private static string? SecondNameAt(IdentifierNameSyntax mention)
    {
        ExpressionSyntax place = mention.Parent is MemberAccessExpressionSyntax { Name: var last } member && last == mention ? member : mention;
        while (place.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or CastExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression or (int)SyntaxKind.CoalesceExpression }
            || (place.Parent is ConditionalExpressionSyntax choice && choice.Condition != place))
        {
            place = (ExpressionSyntax)place.Parent;
        }

        return place.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            AssignmentExpressionSyntax assignment when assignment.Right == place => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && assignment.Parent is not InitializerExpressionSyntax ? name : "",
            ArgumentSyntax { Parent: TupleExpressionSyntax } or InitializerExpressionSyntax or SwitchExpressionArmSyntax => "",
            IsPatternExpressionSyntax test when test.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any() => "",
            _ => null,
        };
    }

    private static bool IsCollection(ITypeSymbol? type) => type is IArrayTypeSymbol
        || (type is { SpecialType: not SpecialType.System_String }
            && type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static bool IsChangedAt(IdentifierNameSyntax mention)
    {
        ExpressionSyntax place = mention.Parent is MemberAccessExpressionSyntax { Name: var last } member && last == mention ? member : mention;
        while (place.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            place = (ExpressionSyntax)place.Parent;
        }

        return place.Parent switch
        {
            ElementAccessExpressionSyntax element => element.Expression == place && IsWritten(element),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: var method } => IsChange(method),
            ConditionalAccessExpressionSyntax => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } } } } => false,
            ArgumentSyntax argument => argument.Parent is ArgumentListSyntax,
            _ => false,
        };
    }

    private static bool IsWritten(ElementAccessExpressionSyntax element) => element.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == element,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax => true,
        _ => false,
    };

    private static bool IsChange(string method) =>
        method is "AsSpan" or "AsMemory" or "Sort" or "Reverse" or "Clear" or "Fill" or "Push" or "Pop" or "Enqueue" or "Dequeue" or "TryAdd"
        || method.StartsWith("Add", StringComparison.Ordinal)
        || method.StartsWith("Insert", StringComparison.Ordinal)
        || method.StartsWith("Remove", StringComparison.Ordinal)
        || method.StartsWith("Set", StringComparison.Ordinal);
}
