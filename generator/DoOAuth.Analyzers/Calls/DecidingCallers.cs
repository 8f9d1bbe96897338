using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Calls;

/// <summary>Tells calls whose request only the callers of a private method choose, by the constants that they pass.</summary>
internal static class DecidingCallers
{
    /// <summary>Whether callers may exclude some of a call's requests. Only names are compared.</summary>
    /// <param name="call">The call.</param>
    public static bool MayBeOf(IOperation call) =>
        call.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type, ParameterList.Parameters: { Count: > 0 } parameters } method
        && !method.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)
        && VariableMentions.In(type, method.Identifier.ValueText).Tokens.Any(token =>
            token.Parent is IdentifierNameSyntax { Parent: var parent } name
            && (parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : parent) is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments }
            && (arguments.Count < parameters.Count || arguments.Any(argument => argument.Expression is LiteralExpressionSyntax or MemberAccessExpressionSyntax)));
}
