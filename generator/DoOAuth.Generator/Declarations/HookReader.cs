using DoOAuth.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Declarations;

/// <summary>Finds the hooks of an annotated class: static methods known by name and exact signature.</summary>
internal static class HookReader
{
    /// <summary>Reads the hooks. A method with a hook's name and another signature is none; an analyzer warns of it.</summary>
    public static Hooks Read(INamedTypeSymbol type) => new(
        Methods(type, "ConfigureOptions").Any(method => method.ReturnsVoid && Takes(method, KnownTypes.DigitalOceanOptions)),
        Methods(type, "ConfigureCookie").Any(method => method.ReturnsVoid && Takes(method, KnownTypes.CookieAuthenticationOptions)),
        Answer(type, "OnSignedInAsync", KnownTypes.DigitalOceanSignIn),
        Answer(type, "OnFailedAsync", KnownTypes.DigitalOceanFailure));

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IMethodSymbol>().Where(method => method is
        {
            IsStatic: true,
            MethodKind: MethodKind.Ordinary,
            Arity: 0,
            RefKind: RefKind.None,
        });

    private static HookAnswer Answer(INamedTypeSymbol type, string name, string argument) => Methods(type, name)
        .Where(method => Takes(method, argument, KnownTypes.CancellationToken))
        .Select(Answer)
        .FirstOrDefault(answer => answer != HookAnswer.NoHook);

    private static HookAnswer Answer(IMethodSymbol method)
    {
        if (Is(method.ReturnType, KnownTypes.Task))
        {
            return HookAnswer.None;
        }

        return Is(method.ReturnType.OriginalDefinition, KnownTypes.TaskOfT)
            && method.ReturnType is INamedTypeSymbol { TypeArguments: [var result] }
            && Is(result, KnownTypes.IResult)
                ? result.NullableAnnotation == NullableAnnotation.NotAnnotated ? HookAnswer.Replaced : HookAnswer.Replaceable
                : HookAnswer.NoHook;
    }

    private static bool Takes(IMethodSymbol method, params string[] types) =>
        method.Parameters.Length == types.Length
        && method.Parameters.Zip(types, static (parameter, type) => parameter.RefKind == RefKind.None && Is(parameter.Type, type)).All(static fits => fits);

    private static bool Is(ITypeSymbol type, string metadataName) =>
        type is INamedTypeSymbol { ContainingType: null } named
        && $"{named.ContainingNamespace.ToDisplayString()}.{named.MetadataName}" == metadataName;
}
