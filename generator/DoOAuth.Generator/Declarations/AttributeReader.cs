using DoOAuth.Catalog.Symbols;
using DoOAuth.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Declarations;

/// <summary>Converts the attributes of an annotated class to values, with the same code that the rules use.</summary>
internal static class AttributeReader
{
    /// <summary>Reads <c>[DigitalOceanOAuth]</c>.</summary>
    public static ApplicationAttributeValues Values(AttributeData attribute)
    {
        return new(
            Text(nameof(ApplicationAttributeValues.LoginPath)),
            Text(nameof(ApplicationAttributeValues.CallbackPath)),
            Text(nameof(ApplicationAttributeValues.LogoutPath)),
            Text(nameof(ApplicationAttributeValues.DisconnectPath)),
            Text(nameof(ApplicationAttributeValues.UserPath)),
            Text(nameof(ApplicationAttributeValues.Scheme)),
            Text(nameof(ApplicationAttributeValues.ConfigurationSection)),
            Text(nameof(ApplicationAttributeValues.GuardPrefix)));

        string? Text(string property) => RuntimeAttributes.TextOf(attribute, property);
    }

    /// <summary>Reads every <c>[DigitalOceanScope]</c>.</summary>
    public static IEnumerable<ScopeAttributeValues> Scopes(INamedTypeSymbol type) =>
        ScopeDeclaration.AllOf(type).Select(scope => new ScopeAttributeValues(scope.Name, scope.IsOptional));
}
