using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values;

/// <summary>The name of the method that a call is written with.</summary>
internal static class CalledName
{
    /// <summary>The name; empty for a call of anything else than a name.</summary>
    public static string Of(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        _ => "",
    };
}
