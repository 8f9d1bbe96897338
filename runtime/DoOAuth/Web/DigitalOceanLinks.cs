using System.ComponentModel;
using System.Text;

namespace DoOAuth;

/// <summary>Builds the addresses that generated <c>Links</c> classes give.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DigitalOceanLinks
{
    /// <summary>A login's address.</summary>
    /// <param name="path">Login's path.</param>
    /// <param name="returnUrl">Where the user comes back to: a path of this app. The app's root by default.</param>
    /// <param name="scope">A declared scope to ask for besides, or several with spaces between them.</param>
    /// <returns>The path with its query, encoded.</returns>
    public static string Login(string path, string? returnUrl = null, string? scope = null) =>
        Append(Append(path, "returnUrl", returnUrl), "scope", scope);

    /// <summary>The address of an endpoint that returns somewhere afterwards.</summary>
    /// <param name="path">The endpoint's path.</param>
    /// <param name="returnUrl">Where the user comes back to: a path of this app. The app's root by default.</param>
    /// <returns>The path with its query, encoded.</returns>
    public static string WithReturnUrl(string path, string? returnUrl = null) => Append(path, "returnUrl", returnUrl);

    private static string Append(string path, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.IsNullOrEmpty(value)
            ? path
            : new StringBuilder(path)
                .Append(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')
                .Append(name).Append('=').Append(Uri.EscapeDataString(value))
                .ToString();
    }
}
