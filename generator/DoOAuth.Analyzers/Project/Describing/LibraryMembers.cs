using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Describing;

/// <summary>Finds the members by whose names other projects reach a library's code.</summary>
/// <param name="library">The library.</param>
internal sealed class LibraryMembers(IAssemblySymbol library)
{
    // With this attribute, the other project that it names sees internal members as well.
    private readonly bool _hasFriends = library.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");

    /// <summary>
    /// The member itself if others see it, and those of interfaces and base classes in whose place it runs, with the constructed type if it is generic.
    /// </summary>
    public IEnumerable<(ISymbol Member, INamedTypeSymbol? Receiver)> NamesOf(CodeKey code)
    {
        if (code.Symbol is INamedTypeSymbol message)
        {
            yield return (message, null);
        }

        if (code.Symbol is not IMethodSymbol method)
        {
            yield break;
        }

        if (IsVisible(method))
        {
            yield return (method, null);
        }

        if (MessageHandlers.MessageOf(method) is { } handled && IsVisible(handled))
        {
            yield return (handled, null);
        }

        foreach (var served in ServedBy(method))
        {
            if (IsVisible(served))
            {
                yield return (served.OriginalDefinition, served.ContainingType switch
                {
                    { IsGenericType: true } constructed => constructed,
                    { TypeKind: TypeKind.Class } when !method.ContainingType.IsGenericType && IsVisible(method.ContainingType) => method.ContainingType,
                    _ => null,
                });
            }
        }
    }

    /// <summary>Whether a project that references the library can name the member, and put code of its own in its place.</summary>
    public bool MayBeReplaced(IMethodSymbol method) => IsVisible(method)
        && (method.ContainingType.TypeKind == TypeKind.Interface || (!method.ContainingType.IsSealed && (method.IsAbstract || method.IsVirtual)));

    /// <summary>Whether a project that references the library can put a delegate of its own into the field or property.</summary>
    public bool MayBeAssigned(ISymbol member) => IsVisible(member) && member switch
    {
        IPropertySymbol { Type.TypeKind: TypeKind.Delegate, SetMethod: { } setter } => IsVisible(setter),
        IFieldSymbol { Type.TypeKind: TypeKind.Delegate, IsReadOnly: false } => true,
        _ => false,
    };

    /// <summary>Whether a project that references the library can name the symbol.</summary>
    public bool IsVisible(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            switch (symbol.DeclaredAccessibility)
            {
                case Accessibility.Private or Accessibility.NotApplicable:
                case Accessibility.Internal or Accessibility.ProtectedAndInternal when !_hasFriends:
                    return false;
            }
        }

        return true;
    }

    private static IEnumerable<IMethodSymbol> ServedBy(IMethodSymbol method)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            yield return overridden;
        }

        foreach (var implemented in method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(implemented), method))
            {
                yield return implemented;
            }
        }
    }
}
