using System.Text.RegularExpressions;

namespace DoOAuthApp_Namespace.Droplets;

/// <summary>Checks a droplet's name by DigitalOcean's rules, before the request is sent.</summary>
internal static partial class DropletName
{
    /// <summary>Returns the problem with a name, or null if it is valid.</summary>
    public static string? Error(string? name) => name is not null && Allowed().IsMatch(name)
        ? null
        : "A droplet's name has 1 to 255 letters, digits, dots and hyphens. It must begin and end with a letter or digit.";

    [GeneratedRegex(@"\A[a-zA-Z0-9]([a-zA-Z0-9.-]{0,253}[a-zA-Z0-9])?\z")]
    private static partial Regex Allowed();
}
