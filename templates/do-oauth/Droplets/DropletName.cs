using System.Text.RegularExpressions;

namespace DoOAuthApp_Namespace.Droplets;

/// <summary>What DigitalOcean accepts as a droplet's name, checked before it is asked.</summary>
internal static partial class DropletName
{
    /// <summary>Says what is wrong with a name, or nothing.</summary>
    public static string? Error(string? name) => name is not null && Allowed().IsMatch(name)
        ? null
        : "A droplet's name is 1 to 255 letters, digits, dots and hyphens, and begins and ends with a letter or digit.";

    [GeneratedRegex(@"\A[a-zA-Z0-9]([a-zA-Z0-9.-]{0,253}[a-zA-Z0-9])?\z")]
    private static partial Regex Allowed();
}
