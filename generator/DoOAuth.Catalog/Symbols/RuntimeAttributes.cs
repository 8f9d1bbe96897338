using Microsoft.CodeAnalysis;

namespace DoOAuth.Catalog.Symbols;

/// <summary>Reads the properties that an attribute sets.</summary>
internal static class RuntimeAttributes
{
    /// <summary>The value of a property that the attribute sets; null if it does not set it, or sets it to null.</summary>
    public static string? TextOf(AttributeData attribute, string property) => ValueOf(attribute, property) as string;

    /// <summary>Whether the attribute sets a property to true.</summary>
    public static bool IsSet(AttributeData attribute, string property) => ValueOf(attribute, property) is true;

    private static object? ValueOf(AttributeData attribute, string property)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property)
            {
                return argument.Value is { Kind: TypedConstantKind.Primitive, Value: var value } ? value : null;
            }
        }

        return null;
    }
}
