using DoOAuth.Catalog.Names;

namespace DoOAuth.Analyzers.Applications;

/// <summary>The path of one of the five endpoints of an annotated class.</summary>
/// <param name="Property">The attribute's property, such as <c>LoginPath</c>.</param>
/// <param name="Path">The attribute's value, or the default.</param>
/// <param name="IsDefault">Whether the attribute does not set it.</param>
internal sealed record EndpointPath(string Property, string Path, bool IsDefault)
{
    /// <summary>The path as routing compares it: ignoring case and a slash at the end.</summary>
    public string Route => Path.TrimEnd('/').ToUpperInvariant();

    /// <summary>The five paths of a class.</summary>
    public static IReadOnlyList<EndpointPath> Of(ApplicationDeclaration declaration) => Of(declaration.TextOf);

    /// <summary>The five paths of a class, by the values of its attribute.</summary>
    /// <param name="textOf">The value of a property; null if the attribute does not set it.</param>
    public static IReadOnlyList<EndpointPath> Of(Func<string, string?> textOf) =>
        [.. DefaultPaths.All.Select(endpoint => textOf(endpoint.Property) is { } path
            ? new EndpointPath(endpoint.Property, path, IsDefault: false)
            : new EndpointPath(endpoint.Property, endpoint.Path, IsDefault: true))];
}
