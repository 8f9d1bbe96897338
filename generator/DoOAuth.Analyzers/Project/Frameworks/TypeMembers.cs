using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Looks at a type as frameworks do by reflection: with what it inherits.</summary>
internal static class TypeMembers
{
    /// <summary>The type and its base types that are in source, from the type itself upwards.</summary>
    public static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Whether the type derives from a type of this name and namespace.</summary>
    public static bool DerivesFrom(INamedTypeSymbol type, string space, params string[] names) =>
        WithBases(type).Skip(1).Any(candidate => Is(candidate, space, names));

    /// <summary>Whether the type has one of the names in the namespace.</summary>
    public static bool Is(INamedTypeSymbol type, string space, params string[] names) => names.Contains(type.Name) && type.ContainingNamespace?.ToDisplayString() == space;

    /// <summary>The methods that run for the type: its own, and those that it inherits and does not override. Only those with code in this project.</summary>
    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type)
    {
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var method in WithBases(type).SelectMany(candidate => candidate.GetMembers()).OfType<IMethodSymbol>())
        {
            if (method.OverriddenMethod is { } replaced)
            {
                overridden.Add(replaced.OriginalDefinition);
            }

            if (method is { MethodKind: MethodKind.Ordinary, IsAbstract: false, DeclaringSyntaxReferences.IsEmpty: false } && !overridden.Contains(method.OriginalDefinition))
            {
                yield return method;
            }
        }
    }

    /// <summary>The method that it overrides in the end, or the method itself.</summary>
    public static IMethodSymbol RootOf(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method;
    }

    /// <summary>The attributes of the type and its base types.</summary>
    public static ImmutableArray<AttributeData> AttributesOf(INamedTypeSymbol type) => [.. WithBases(type).SelectMany(candidate => candidate.GetAttributes())];

    /// <summary>The attributes of the method and those that it overrides.</summary>
    public static ImmutableArray<AttributeData> AttributesOf(IMethodSymbol method)
    {
        var attributes = ImmutableArray.CreateBuilder<AttributeData>();
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            attributes.AddRange(current.GetAttributes());
        }

        return attributes.ToImmutable();
    }

    /// <summary>Whether one of the attributes is of the class, or of one that derives from it.</summary>
    public static bool Has(ImmutableArray<AttributeData> attributes, string space, params string[] names) =>
        attributes.Any(attribute => attribute.AttributeClass is { } type && WithBases(type).Any(candidate => Is(candidate, space, names)));
}
