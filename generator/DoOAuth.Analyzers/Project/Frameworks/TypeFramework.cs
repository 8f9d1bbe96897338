using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>A framework that makes endpoints of the methods of types: which types, which methods, and what guards them.</summary>
internal abstract class TypeFramework
{
    /// <summary>The kind of its endpoints.</summary>
    public abstract EndpointFamily Family { get; }

    /// <summary>The endpoints of a type; none for a type that the framework does not look at.</summary>
    public abstract IEnumerable<TypeEndpoint> EndpointsOf(INamedTypeSymbol type);

    /// <summary>What is added to the endpoints of the whole app; <see cref="GuardKind.Unreadable"/> if that cannot be read.</summary>
    public virtual ImmutableArray<Guard> GuardsOfApp => [];

    /// <summary>The mappings that lead to an endpoint, each with the builders whose guards it has.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="mappings">The mappings of the kind.</param>
    public virtual IEnumerable<(TypeMapping Mapping, ImmutableArray<BuilderOrigin> Builders)> MappingsOf(TypeEndpoint endpoint, IReadOnlyList<TypeMapping> mappings) =>
        mappings.Where(mapping => mapping.Type is null || SymbolEqualityComparer.Default.Equals(mapping.Type.OriginalDefinition, endpoint.Type.OriginalDefinition))
            .Select(mapping => (mapping, ImmutableArray.Create(mapping.Origin)));
}
