using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>Tells the types of typed clients: those whose methods say which operations they call, and in libraries those that have such types as parts.</summary>
internal static class TypedClients
{
    // A part of a part of a client, such as api.Kubernetes.Clusters.
    private const int MostLevels = 3;

    private static readonly ConditionalWeakTable<ITypeSymbol, object> Known = new();

    /// <summary>Whether the type is one of them.</summary>
    public static bool Is(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct, SpecialType: SpecialType.None, OriginalDefinition: var definition }
        && DeclaredOperations.MayDeclare(definition.ContainingAssembly)
        && (bool)Known.GetValue(definition, one => Has((INamedTypeSymbol)one, MostLevels));

    /// <summary>Whether a method uses a client of HTTP only for typed calls: it makes a typed client, or says what it calls.</summary>
    public static bool Uses(IMethodSymbol method) =>
        Is(method.MethodKind == MethodKind.Constructor ? method.ContainingType : method.ReturnType) || !DeclaredOperations.Of(method).IsEmpty;

    private static bool Has(INamedTypeSymbol type, int levels)
    {
        if (levels == 0 || !DeclaredOperations.MayDeclare(type.ContainingAssembly) || ClientTypes.IsDigitalOcean(type))
        {
            return false;
        }

        var members = MembersOf(type).ToList();
        return members.OfType<IMethodSymbol>().Any(method => !DeclaredOperations.Of(method).IsEmpty)
            || (type.DeclaringSyntaxReferences.IsEmpty && members.Any(member => PartOf(member) is { } part && Has(part, levels - 1)));
    }

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type)
    {
        foreach (var inherited in type.AllInterfaces)
        {
            foreach (var member in inherited.GetMembers())
            {
                yield return member;
            }
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                yield return member;
            }
        }
    }

    private static INamedTypeSymbol? PartOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsStatic: false, Type: INamedTypeSymbol type } => type.OriginalDefinition,
        IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true, ReturnType: INamedTypeSymbol type } => type.OriginalDefinition,
        _ => null,
    };
}
