using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Flow;

/// <summary>
/// How much of the code around a use must be read for a variable: only its scope. Otherwise, a method that maps a thousand endpoints
/// would be read a thousand times for the parameters of their handlers.
/// </summary>
internal static class VariableScope
{
    /// <summary>The block that declares a local, the body of the function with a parameter, or all code around the use.</summary>
    public static IOperation Of(IOperation use, ISymbol variable)
    {
        var outermost = use;
        for (var around = use; around is not null; around = around.Parent)
        {
            if (around is IBlockOperation block && (block.Locals.Contains(variable, SymbolEqualityComparer.Default) || IsBodyOf(block, variable.ContainingSymbol)))
            {
                return block;
            }

            outermost = around;
        }

        return outermost;
    }

    /// <summary>The local's initial value if it never has another; null if it can have others, or has no initial value.</summary>
    public static IOperation? OnlyValue(IOperation use, ILocalSymbol local) =>
        local is { IsRef: false, DeclaringSyntaxReferences: [var reference] }
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } declaration
        && VariableMentions.In(Of(use, local).Syntax, local.Name).ChangesOnlyAt(declaration.Identifier)
        && use.SemanticModel?.GetOperation(declaration) is IVariableDeclaratorOperation declarator
            ? declarator.GetVariableInitializer()?.Value
            : null;

    private static bool IsBodyOf(IBlockOperation block, ISymbol function) => block.Parent switch
    {
        IAnonymousFunctionOperation lambda => SymbolEqualityComparer.Default.Equals(lambda.Symbol, function),
        ILocalFunctionOperation local => SymbolEqualityComparer.Default.Equals(local.Symbol, function),
        _ => false,
    };
}
