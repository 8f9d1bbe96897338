using DoOAuth.Catalog.Symbols;
using DoOAuth.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Declarations;

/// <summary>Turns the attributes of an annotated class into values. What they say is read in the one place where the rules read it.</summary>
internal static class AttributeReader
{
    /// <summary>Reads <c>[DigitalOceanOAuth]</c>.</summary>
    public static AttributeValues Values(AttributeData attribute)
    {
        return new(
            Text(nameof(AttributeValues.LoginPath)),
            Text(nameof(AttributeValues.CallbackPath)),
            Text(nameof(AttributeValues.LogoutPath)),
            Text(nameof(AttributeValues.DisconnectPath)),
            Text(nameof(AttributeValues.UserPath)),
            Text(nameof(AttributeValues.Scheme)),
            Text(nameof(AttributeValues.ConfigurationSection)),
            Text(nameof(AttributeValues.GuardPrefix)));

        string? Text(string property) => RuntimeAttributes.TextOf(attribute, property);
    }

    /// <summary>Reads every <c>[DigitalOceanScope]</c>.</summary>
    public static IEnumerable<DeclaredScope> Scopes(INamedTypeSymbol type) =>
        ScopeDeclaration.AllOf(type).Select(scope => new DeclaredScope(scope.Name, scope.IsOptional));
}
