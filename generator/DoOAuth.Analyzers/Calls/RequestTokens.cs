using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls;

/// <summary>Tells requests that get a token from a method of the project, or from their own type.</summary>
internal static class RequestTokens
{
    /// <summary>Whether code that makes the request, or that the request is passed to before, sets the header.</summary>
    public static bool AreSetFor(IOperation request) => request.SemanticModel is { } model
        && CodeWith(request)
            .SelectMany(code => code.DescendantNodesAndSelf())
            .Where(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
            .Select(node => model.GetSymbolInfo(node).Symbol)
            .OfType<IMethodSymbol>()
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .Any(SetsToken);

    private static IEnumerable<SyntaxNode> CodeWith(IOperation request) => Branches.Unconverted(request) is ILocalReferenceOperation { Local: var local } use
        ? VariableMentions.In(VariableScope.Of(use, local).Syntax, local.Name).Tokens.Select(token => (SyntaxNode?)token.Parent?.FirstAncestorOrSelf<StatementSyntax>()).OfType<SyntaxNode>().Distinct()
        : [request.Syntax];

    private static bool SetsToken(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? ClientTypes.IsRequest(method.ContainingType) && OwnToken.IsSetBy(method.ContainingType)
        : (IsRequest(method.ReturnType) || method.Parameters.Any(parameter => IsRequest(parameter.Type)) || IsRequest(method.ReducedFrom?.Parameters[0].Type))
            && method.DeclaringSyntaxReferences.Any(declaration => OwnToken.IsSetIn(declaration.GetSyntax()));

    // Also of a task.
    private static bool IsRequest(ITypeSymbol? type) => ClientTypes.IsRequest(type is INamedTypeSymbol { TypeArguments: [var result] } ? result : type);
}
