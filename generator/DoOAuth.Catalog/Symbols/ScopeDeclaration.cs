using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Catalog.Symbols;

/// <summary>A <c>[DigitalOceanScope]</c> of an annotated class.</summary>
/// <param name="Name">The scope, spelled as in the source.</param>
/// <param name="IsOptional">Whether it is requested only when an endpoint needs it.</param>
/// <param name="Attribute">The attribute's syntax; null if the class comes from a referenced project.</param>
internal sealed record ScopeDeclaration(string Name, bool IsOptional, SyntaxReference? Attribute)
{
    /// <summary>The declared scopes of a class in order, from all of its parts, without those that have no name because they are being typed.</summary>
    public static ImmutableArray<ScopeDeclaration> AllOf(INamedTypeSymbol type) =>
    [
        .. from attribute in type.GetAttributes()
           where RuntimeTypes.IsScopeDeclaration(attribute.AttributeClass)
           let name = attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string value }] ? value : ""
           where name.Length > 0
           select new ScopeDeclaration(name, RuntimeAttributes.IsSet(attribute, "Optional"), attribute.ApplicationSyntaxReference),
    ];

    /// <summary>The location of the attribute, for a class in source.</summary>
    public Location FindLocation(CancellationToken cancellationToken) => Attribute?.GetSyntax(cancellationToken).GetLocation() ?? Location.None;
}
