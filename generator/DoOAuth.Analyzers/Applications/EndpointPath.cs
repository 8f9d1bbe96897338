using DoOAuth.Catalog.Names;

namespace DoOAuth.Analyzers.Applications;

/// <summary>The path of one of the five endpoints of an annotated class.</summary>
/// <param name="Property">The attribute's property, such as <c>LoginPath</c>.</param>
/// <param name="Path">What the attribute says, else the default.</param>
/// <param name="IsDefault">Whether the attribute says nothing.</param>
internal sealed record EndpointPath(string Property, string Path, bool IsDefault)
{
    /// <summary>The path as routing compares it: without regard to case or to a slash at the end.</summary>
    public string Route => Path.TrimEnd('/').ToUpperInvariant();

    /// <summary>The five paths of a class.</summary>
    public static IReadOnlyList<EndpointPath> Of(ApplicationDeclaration declaration) =>
        [.. DefaultPaths.All.Select(endpoint => declaration.TextOf(endpoint.Property) is { } path
            ? new EndpointPath(endpoint.Property, path, IsDefault: false)
            : new EndpointPath(endpoint.Property, endpoint.Path, IsDefault: true))];
}
