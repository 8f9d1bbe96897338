using System.ComponentModel;
using System.Text;

namespace DoOAuth;

/// <summary>Builds the addresses for generated <c>Links</c> classes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DigitalOceanLinks
{
    /// <summary>Builds the address of a login endpoint.</summary>
    /// <param name="path">The path of the login endpoint.</param>
    /// <param name="returnUrl">The path of this app to which the user returns. The default is the app's root.</param>
    /// <param name="scope">An additional declared scope to request, or several, separated by spaces.</param>
    /// <returns>The path and the encoded query.</returns>
    public static string Login(string path, string? returnUrl = null, string? scope = null) =>
        Append(Append(path, "returnUrl", returnUrl), "scope", scope);

    /// <summary>Builds the address of an endpoint that redirects when it is done.</summary>
    /// <param name="path">The path of the endpoint.</param>
    /// <param name="returnUrl">The path of this app to which the user returns. The default is the app's root.</param>
    /// <returns>The path and the encoded query.</returns>
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
