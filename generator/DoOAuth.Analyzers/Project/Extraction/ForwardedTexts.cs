using System.Collections.Immutable;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Finds the texts that a call passes as they are, which most calls do. Then the call does not have to be bound again to know them.</summary>
internal static class ForwardedTexts
{
    /// <summary>The texts among a call's arguments; default if one of them is put together there, or comes from elsewhere.</summary>
    public static ImmutableArray<(int Ordinal, IParameterSymbol? Parameter)> In(ImmutableArray<IArgumentOperation> arguments)
    {
        ImmutableArray<(int Ordinal, IParameterSymbol? Parameter)>.Builder? found = null;
        foreach (var argument in arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { Type.SpecialType: SpecialType.System_String, RefKind: RefKind.None, ContainingSymbol: IMethodSymbol } parameter })
            {
                continue;
            }

            if (argument.Value is { ConstantValue.HasValue: true })
            {
                (found ??= ImmutableArray.CreateBuilder<(int Ordinal, IParameterSymbol? Parameter)>()).Add((parameter.Ordinal, null));
            }
            else if (argument.Value is IParameterReferenceOperation { Parameter: var handedOn } use && SourceReading.IsHandedOn(use, handedOn))
            {
                (found ??= ImmutableArray.CreateBuilder<(int Ordinal, IParameterSymbol? Parameter)>()).Add((parameter.Ordinal, handedOn));
            }
            else
            {
                return default;
            }
        }

        return found is null ? default : found.ToImmutable();
    }
}
