using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Hierarchy;

/// <summary>The types of a project, by the interfaces that they implement and the classes that they derive from.</summary>
internal sealed class TypeHierarchy
{
    private static readonly List<INamedTypeSymbol> None = [];

    private readonly List<INamedTypeSymbol> _all = [];
    private readonly Dictionary<ISymbol, List<INamedTypeSymbol>> _implementing = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<INamedTypeSymbol>> _derived = new(SymbolEqualityComparer.Default);

    public TypeHierarchy(IAssemblySymbol project, CancellationToken cancellationToken)
    {
        var open = new Stack<INamespaceOrTypeSymbol>([project.GlobalNamespace]);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in open.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
                if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                {
                    Add(type);
                }
            }
        }
    }

    /// <summary>The classes and structs.</summary>
    public IReadOnlyList<INamedTypeSymbol> All => _all;

    /// <summary>The classes and structs that can be made and implement the interface, with whichever type arguments.</summary>
    public IReadOnlyList<INamedTypeSymbol> Implementing(INamedTypeSymbol type) =>
        _implementing.TryGetValue(type.OriginalDefinition, out var types) ? types : None;

    /// <summary>The classes that derive from the class, directly or indirectly, with any type arguments.</summary>
    public IReadOnlyList<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) =>
        _derived.TryGetValue(type.OriginalDefinition, out var types) ? types : None;

    /// <summary>The classes and structs that can be made and are of the type.</summary>
    public IEnumerable<INamedTypeSymbol> Made(ITypeSymbol type) => type is not INamedTypeSymbol named ? []
        : named.TypeKind == TypeKind.Interface ? Implementing(named)
        : DerivedFrom(named).Where(derived => !derived.IsAbstract).Concat(named.IsAbstract ? [] : [named.OriginalDefinition]);

    private void Add(INamedTypeSymbol type)
    {
        _all.Add(type);

        // An abstract class has its interface's members run through the classes that derive from it.
        if (!type.IsAbstract)
        {
            foreach (var definition in type.AllInterfaces.Select(candidate => candidate.OriginalDefinition).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            {
                Add(_implementing, definition, type);
            }
        }

        for (var candidate = type.BaseType; candidate is { SpecialType: SpecialType.None }; candidate = candidate.BaseType)
        {
            Add(_derived, candidate.OriginalDefinition, type);
        }
    }

    private static void Add(Dictionary<ISymbol, List<INamedTypeSymbol>> types, ISymbol key, INamedTypeSymbol type)
    {
        if (!types.TryGetValue(key, out var list))
        {
            types.Add(key, list = []);
        }

        list.Add(type);
    }
}
