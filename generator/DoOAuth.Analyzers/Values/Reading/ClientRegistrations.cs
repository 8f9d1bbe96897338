using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Tells under which type or name a client is registered to which a lambda is given.</summary>
internal static class ClientRegistrations
{
    /// <summary>The type or name that <c>AddHttpClient</c> registers, whose builder or itself is given the lambda; null for another lambda.</summary>
    /// <param name="client">The parameter, in the lambda.</param>
    /// <param name="lambda">The lambda.</param>
    public static object? Of(IOperation client, IMethodSymbol lambda)
    {
        IOperation? around = client;
        while (around is not null && !(around is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda)))
        {
            around = around.Parent;
        }

        while (around is not null and not IInvocationOperation)
        {
            around = around.Parent;
        }

        return around is IInvocationOperation call ? Of(call) : null;
    }

    /// <summary>The type or name that a call registers, or the one whose builder it is called on; null for another call.</summary>
    public static object? Of(IInvocationOperation last)
    {
        for (var call = last; call is not null; call = Branch(call))
        {
            if (call.TargetMethod.Name is "AddHttpClient" or "AddRefitClient" or "AddRefitGeneratedClient" or "AddKeyedRefitClient")
            {
                return (call.TargetMethod.TypeArguments.LastOrDefault() ?? call.Arguments.Select(argument => argument.Value).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand)?.OriginalDefinition
                    ?? (object?)(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "name")?.Value.ConstantValue.Value as string);
            }
        }

        return null;
    }

    // The call before it in a chain.
    private static IInvocationOperation? Branch(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value) as IInvocationOperation;
}
