namespace DoOAuth.Generator.Analyzers.Declarations;

/// <summary>The path of one of the five endpoints of an annotated class.</summary>
/// <param name="Property">The attribute's property, such as <c>LoginPath</c>.</param>
/// <param name="Path">What the attribute says, else the default.</param>
/// <param name="IsDefault">Whether the attribute says nothing.</param>
internal sealed record EndpointPath(string Property, string Path, bool IsDefault)
{
    private static readonly (string Property, string Default)[] Endpoints =
    [
        ("LoginPath", "/login"),
        ("CallbackPath", "/callback"),
        ("LogoutPath", "/logout"),
        ("DisconnectPath", "/disconnect"),
        ("UserPath", "/me"),
    ];

    /// <summary>The path as routing compares it: without regard to case or to a slash at the end.</summary>
    public string Route => Path.TrimEnd('/').ToUpperInvariant();

    /// <summary>Where an endpoint is, of which the attribute says nothing.</summary>
    public static string DefaultOf(string property) => Array.Find(Endpoints, endpoint => endpoint.Property == property).Default;

    /// <summary>The five paths of a class.</summary>
    public static IReadOnlyList<EndpointPath> Of(AnnotatedClass annotatedClass) =>
        [.. Endpoints.Select(endpoint => annotatedClass.TextOf(endpoint.Property) is { } path
            ? new EndpointPath(endpoint.Property, path, IsDefault: false)
            : new EndpointPath(endpoint.Property, endpoint.Default, IsDefault: true))];
}
