using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Finds the call that maps a lambda as an endpoint, such as <c>app.MapGet("/droplets/{id}", (string id) => …)</c>.</summary>
internal static class MappedLambda
{
    /// <summary>The call; null if the lambda with the parameter is for something else, such as a <c>Map</c> of one value to another.</summary>
    public static InvocationExpressionSyntax? CallOf(IParameterSymbol parameter, SemanticModel? model) =>
        parameter is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }, DeclaringSyntaxReferences: [var declaration] }
        && declaration.SyntaxTree == model?.SyntaxTree
        && declaration.GetSyntax().FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is
        {
            Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } call },
        }
        && name.StartsWith("Map", StringComparison.Ordinal)
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && (IsRoutes(method.ReceiverType) || IsRoutes(method.Parameters.FirstOrDefault()?.Type))
            ? call
            : null;

    private static bool IsRoutes(ITypeSymbol? type) => type is not null && type.AllInterfaces.Append(type).Any(one => one.Name == "IEndpointRouteBuilder");
}
