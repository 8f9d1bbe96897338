using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>What is special about an endpoint that a framework makes of a type's method.</summary>
/// <param name="Type">The type that handles the request. The method can be inherited.</param>
/// <param name="Method">The method.</param>
/// <param name="Guards">The guards and filters on the method and the type.</param>
/// <param name="Place">Where a guard is added.</param>
internal sealed record TypeEndpoint(INamedTypeSymbol Type, IMethodSymbol Method, ImmutableArray<Guard> Guards, GuardPlace Place)
{
    /// <summary>The builders whose guards the endpoint has; several if the guards of all of them count.</summary>
    public ImmutableArray<BuilderOrigin> Builders { get; init; } = [];

    /// <summary>The type parameter that has to be its type, if a generic method maps it.</summary>
    public ITypeParameterSymbol? MappedAs { get; init; }

    /// <summary>Its name for people.</summary>
    public string Title { get; init; } = $"{Type.Name}.{Method.Name}";

    /// <summary>Whether the method is markup, so that a report names the place in it.</summary>
    public bool IsMarkup { get; init; }

    /// <summary>Whether a base type declares the method.</summary>
    public bool IsInherited => !SymbolEqualityComparer.Default.Equals(Type.OriginalDefinition, Method.ContainingType.OriginalDefinition);
}
