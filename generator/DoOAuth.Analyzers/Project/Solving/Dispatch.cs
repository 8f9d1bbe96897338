using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Finds the code of a project that may run where an interface, an abstract or a virtual method is named.</summary>
internal sealed class Dispatch(Compilation compilation, CancellationToken cancellationToken)
{
    private readonly Dictionary<(CodeKey Key, ITypeSymbol Type, ITypeSymbol? Receiver), ImmutableArray<CodeKey>> _known = [];
    private readonly Lazy<TypeHierarchy> _types = new(() => new TypeHierarchy(compilation.Assembly, cancellationToken));

    public ImmutableArray<CodeKey> Of(CallTarget target)
    {
        if (!target.IsDispatched || target.Method is not { ContainingType: { } type } method)
        {
            return [target.Key];
        }

        var key = (target.Key, type, target.Receiver);
        if (!_known.TryGetValue(key, out var found))
        {
            found = [.. (type.TypeKind == TypeKind.Interface ? Implementations(method, target.Receiver) : Overrides(method, target.Receiver)).Distinct()];
            _known.Add(key, found);
        }

        return found;
    }

    private IEnumerable<CodeKey> Implementations(IMethodSymbol method, ITypeSymbol? receiver)
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
                        yield return CodeKey.Of(InheritedBy(type, implementation));
                    }
                }
            }
        }
    }

    // What the receiver's own type has, and what types derived from it put in its place.
    private IEnumerable<CodeKey> Overrides(IMethodSymbol method, ITypeSymbol? receiver)
    {
        var root = RootOf(method);
        var start = receiver as INamedTypeSymbol ?? method.ContainingType;
        yield return CodeKey.Of(InheritedBy(start, method));

        foreach (var derived in _types.Value.DerivedFrom(start))
        {
            if (BasesOf(derived).Any(candidate => Unification.MayBeSame(candidate, start)) && OverrideIn(derived, root) is { } own)
            {
                yield return CodeKey.Of(own);
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
}
