using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Hierarchy;

/// <summary>Finds the methods of a project that may run where an interface, an abstract or a virtual method is named.</summary>
internal sealed class Implementations(Compilation compilation, CancellationToken cancellationToken)
{
    private readonly Dictionary<(IMethodSymbol Method, ITypeSymbol? Receiver), ImmutableArray<IMethodSymbol>> _known = new(new ByMethod());
    private readonly Lazy<TypeHierarchy> _types = new(() => new TypeHierarchy(compilation.Assembly, cancellationToken));

    private readonly Lazy<HashSet<string>> _mentioned = new(() => MentionedTypes.In(compilation, cancellationToken));

    /// <summary>The project's types.</summary>
    public TypeHierarchy Types => _types.Value;

    /// <summary>The methods of the project that may run, as they are declared.</summary>
    /// <param name="method">The method that is named.</param>
    /// <param name="receiver">The static type on which it is called.</param>
    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (!_known.TryGetValue((method, receiver), out var found))
        {
            found = [.. (method.ContainingType.TypeKind == TypeKind.Interface ? OfInterface(method, receiver) : Overrides(method, receiver))
                .Select(implementation => implementation.OriginalDefinition)
                .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];
            _known.Add((method, receiver), found);
        }

        return found;
    }

    /// <summary>
    /// What runs for a virtual method in the classes that can be made: for each what it has or inherits. A class that others replace counts through
    /// those. Empty if that is not known: where the class may be made as well, or where code out of sight may replace the method.
    /// </summary>
    /// <param name="method">The method that is named.</param>
    /// <param name="receiver">The static type on which it is called.</param>
    public ImmutableArray<IMethodSymbol> OfMade(IMethodSymbol method, ITypeSymbol? receiver)
    {
        var start = receiver as INamedTypeSymbol ?? method.ContainingType;
        var derived = _types.Value.DerivedFrom(start).Where(type => !type.IsAbstract && BasesOf(type).Any(candidate => Unification.MayBeSame(candidate, start))).ToList();
        if (MayBeReplacedElsewhere(start, method))
        {
            return [];
        }

        var made = derived.Select(type => InheritedBy(type, method)).ToList();
        if (!start.IsAbstract && (made.Count == 0 || made.Contains(InheritedBy(start, method), SymbolEqualityComparer.Default)))
        {
            made.Add(InheritedBy(start, method));
        }
        else if (!start.IsAbstract && _mentioned.Value.Contains(start.Name))
        {
            return [];
        }

        return [.. made.Select(implementation => implementation.OriginalDefinition).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];
    }

    // By a class of another project that references this one.
    private bool MayBeReplacedElsewhere(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary || type.IsSealed || !IsVisible(method) || !type.InstanceConstructors.Any(IsVisible))
        {
            return false;
        }

        for (var around = type; around is not null; around = around.ContainingType)
        {
            if (!IsVisible(around))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private IEnumerable<IMethodSymbol> OfInterface(IMethodSymbol method, ITypeSymbol? receiver)
    {
        foreach (var type in receiver is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } ? [(INamedTypeSymbol)receiver] : _types.Value.Implementing(method.ContainingType))
        {
            if (receiver is INamedTypeSymbol { TypeKind: TypeKind.Interface } && !type.AllInterfaces.Any(candidate => Unification.MayBeSame(candidate, receiver)))
            {
                continue;
            }

            foreach (var candidate in type.AllInterfaces.Where(candidate => Unification.MayBeSame(candidate, method.ContainingType)))
            {
                foreach (var member in candidate.GetMembers(method.Name).OfType<IMethodSymbol>())
                {
                    if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition)
                        && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
                    {
                        yield return InheritedBy(type, implementation);
                    }
                }
            }
        }
    }

    // What the receiver's own type has, and what types derived from it put in its place.
    private IEnumerable<IMethodSymbol> Overrides(IMethodSymbol method, ITypeSymbol? receiver)
    {
        var root = RootOf(method);
        var start = receiver as INamedTypeSymbol ?? method.ContainingType;
        yield return InheritedBy(start, method);

        foreach (var derived in _types.Value.DerivedFrom(start))
        {
            if (BasesOf(derived).Any(candidate => Unification.MayBeSame(candidate, start)) && OverrideIn(derived, root) is { } own)
            {
                yield return own;
            }
        }
    }

    // The override that the type has or inherits.
    private static IMethodSymbol InheritedBy(INamedTypeSymbol type, IMethodSymbol method)
    {
        var root = RootOf(method);
        for (var current = method.ContainingType.TypeKind == TypeKind.Interface ? null : type; current is not null; current = current.BaseType)
        {
            if (OverrideIn(current, root) is { } own)
            {
                return own;
            }
        }

        return method;
    }

    private static IMethodSymbol? OverrideIn(INamedTypeSymbol type, IMethodSymbol root) => type.OriginalDefinition.GetMembers(root.Name).OfType<IMethodSymbol>()
        .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(RootOf(candidate), root));

    private static IMethodSymbol RootOf(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method.OriginalDefinition;
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var candidate = type.BaseType; candidate is not null; candidate = candidate.BaseType)
        {
            yield return candidate;
        }
    }

    // With type arguments: which implementation runs may depend on them.
    private sealed class ByMethod : IEqualityComparer<(IMethodSymbol Method, ITypeSymbol? Receiver)>
    {
        public bool Equals((IMethodSymbol Method, ITypeSymbol? Receiver) x, (IMethodSymbol Method, ITypeSymbol? Receiver) y) =>
            SymbolEqualityComparer.Default.Equals(x.Method, y.Method) && SymbolEqualityComparer.Default.Equals(x.Receiver, y.Receiver);

        public int GetHashCode((IMethodSymbol Method, ITypeSymbol? Receiver) key) => SymbolEqualityComparer.Default.GetHashCode(key.Method);
    }
}
