using DoOAuth.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Declarations;

/// <summary>Reads the attributes of an annotated class, on whichever of its parts they stand.</summary>
internal static class AttributeReader
{
    /// <summary>Reads <c>[DigitalOceanOAuth]</c>.</summary>
    public static AttributeValues Values(AttributeData attribute) => new(
        Text(attribute, nameof(AttributeValues.LoginPath)),
        Text(attribute, nameof(AttributeValues.CallbackPath)),
        Text(attribute, nameof(AttributeValues.LogoutPath)),
        Text(attribute, nameof(AttributeValues.DisconnectPath)),
        Text(attribute, nameof(AttributeValues.UserPath)),
        Text(attribute, nameof(AttributeValues.Scheme)),
        Text(attribute, nameof(AttributeValues.ConfigurationSection)),
        Text(attribute, nameof(AttributeValues.GuardPrefix)));

    /// <summary>Reads every <c>[DigitalOceanScope]</c>; one without a name, as it stands while it is typed, is left out.</summary>
    public static IEnumerable<DeclaredScope> Scopes(INamedTypeSymbol type) =>
        from attribute in type.GetAttributes()
        where Is(attribute, KnownTypes.DigitalOceanScopeAttribute)
        let name = attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string value }] ? value : ""
        where name.Length > 0
        select new DeclaredScope(name, Argument(attribute, "Optional") is true);

    /// <summary>Whether it is the attribute of this metadata name.</summary>
    public static bool Is(AttributeData attribute, string metadataName) =>
        attribute.AttributeClass is { ContainingType: null } type
        && $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}" == metadataName;

    private static string? Text(AttributeData attribute, string name) => Argument(attribute, name) as string;

    private static object? Argument(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind == TypedConstantKind.Primitive)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }
}
