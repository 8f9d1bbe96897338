using DoOAuth.Catalog.Symbols;
using DoOAuth.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Declarations;

/// <summary>Finds the hooks of an annotated class: static methods with the right name and exactly the right signature.</summary>
internal static class HookReader
{
    /// <summary>Reads the hooks. A method with a hook's name and another signature does not count. DOO009 reports it.</summary>
    public static Hooks Read(INamedTypeSymbol type) => new(
        Find(type, HookSignature.ConfigureOptions) is not null,
        Find(type, HookSignature.ConfigureCookie) is not null,
        Answer(Find(type, HookSignature.OnSignedIn)),
        Answer(Find(type, HookSignature.OnFailed)));

    private static IMethodSymbol? Find(INamedTypeSymbol type, HookSignature hook) =>
        type.GetMembers(hook.Name).OfType<IMethodSymbol>().FirstOrDefault(hook.IsMetBy);

    private static HookAnswer Answer(IMethodSymbol? hook) =>
        hook is null ? HookAnswer.NoHook
        : HookSignature.AnswerOf(hook) is not { } result ? HookAnswer.None
        : result.NullableAnnotation == NullableAnnotation.NotAnnotated ? HookAnswer.Replaced
        : HookAnswer.Replaceable;
}
