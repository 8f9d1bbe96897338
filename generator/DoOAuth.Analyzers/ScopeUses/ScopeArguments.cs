using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.ScopeUses;

/// <summary>Finds the expressions that name scopes in an attribute's arguments.</summary>
internal static class ScopeArguments
{
    /// <summary>The expression of each scope, whether they are written separately or as an array.</summary>
    public static IEnumerable<ExpressionSyntax> Of(AttributeSyntax attribute) =>
        attribute.ArgumentList is null
            ? []
            : attribute.ArgumentList.Arguments.Where(argument => argument.NameEquals is null).SelectMany(argument => Elements(argument.Expression));

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } elements } => elements.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: var elements } => elements.Expressions,
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        _ => [expression],
    };
}
