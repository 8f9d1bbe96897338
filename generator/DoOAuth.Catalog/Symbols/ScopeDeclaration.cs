using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Catalog.Symbols;

/// <summary>A <c>[DigitalOceanScope]</c> of an annotated class.</summary>
/// <param name="Name">The scope as the source spells it.</param>
/// <param name="IsOptional">Whether it is asked for only when an endpoint needs it.</param>
/// <param name="Attribute">The attribute's syntax; null if the class comes from a referenced project.</param>
internal sealed record ScopeDeclaration(string Name, bool IsOptional, SyntaxReference? Attribute)
{
    /// <summary>The declared scopes of a class, in order, on whichever of its parts they stand. One without a name, as it stands while it is typed, is left out.</summary>
    public static ImmutableArray<ScopeDeclaration> AllOf(INamedTypeSymbol type) =>
    [
        .. from attribute in type.GetAttributes()
           where RuntimeTypes.IsScopeDeclaration(attribute.AttributeClass)
           let name = attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string value }] ? value : ""
           where name.Length > 0
           select new ScopeDeclaration(name, RuntimeAttributes.IsSet(attribute, "Optional"), attribute.ApplicationSyntaxReference),
    ];

    /// <summary>Where the attribute stands, for a class in source.</summary>
    public Location FindLocation(CancellationToken cancellationToken) => Attribute?.GetSyntax(cancellationToken).GetLocation() ?? Location.None;
}
