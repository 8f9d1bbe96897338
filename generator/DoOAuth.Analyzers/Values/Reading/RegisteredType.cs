using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>The type that a call registers: as its type argument, with <c>typeof</c>, or by an object.</summary>
internal static class RegisteredType
{
    /// <summary>The type, or that of the object.</summary>
    public static ITypeSymbol? Of(IInvocationOperation call, IArgumentOperation? argument) =>
        Named(call, argument) ?? (argument is null ? null : Branches.Unconverted(argument.Value).Type);

    /// <summary>The type where the call names it; null for an object.</summary>
    public static ITypeSymbol? Named(IInvocationOperation call, IArgumentOperation? argument) =>
        call.TargetMethod.TypeArguments.FirstOrDefault() ?? (argument is not null && Branches.Unconverted(argument.Value) is ITypeOfOperation named ? named.TypeOperand : null);
}
