namespace DoOAuth.Catalog.Names;

/// <summary>The paths of the five endpoints of an application, unless its attribute sets others.</summary>
internal static class DefaultPaths
{
    public const string Login = "/login";
    public const string Callback = "/callback";
    public const string Logout = "/logout";
    public const string Disconnect = "/disconnect";
    public const string User = "/me";

    /// <summary>All default paths, each with the attribute's property that changes it.</summary>
    public static IReadOnlyList<(string Property, string Path)> All { get; } =
    [
        ("LoginPath", Login),
        ("CallbackPath", Callback),
        ("LogoutPath", Logout),
        ("DisconnectPath", Disconnect),
        ("UserPath", User),
    ];
}
