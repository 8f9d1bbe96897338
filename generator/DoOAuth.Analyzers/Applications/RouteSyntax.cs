namespace DoOAuth.Analyzers.Applications;

/// <summary>
/// Checks a path before ASP.NET Core's routing does. It must be one fixed address, because it is registered at DigitalOcean and
/// used in links.
/// </summary>
internal static class RouteSyntax
{
    /// <summary>What is wrong with the path, and how to fix it, as sentences, the first to continue after "because"; null if it is fine.</summary>
    public static string? FaultOf(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return "it is empty. Write a path, such as '/login'.";
        }

        if (path.Any(char.IsWhiteSpace) || path.Any(char.IsControl))
        {
            return "it contains white space. Remove it.";
        }

        if (path[0] != '/')
        {
            return $"it does not begin with '/'. Write '/{path.TrimStart('~', '/', '\\')}'.";
        }

        if (path.IndexOfAny(['?', '#']) is >= 0 and var end)
        {
            return $"'{path[end]}' ends a path, and routing ignores what follows. Write '{path.Substring(0, end)}'.";
        }

        if (path.IndexOfAny(['{', '}']) is >= 0 and var brace)
        {
            return $"'{path[brace]}' belongs to a route parameter, but links and the registered callback need a fixed address. Write a fixed path, and map the endpoints in a group with the parameter.";
        }

        if (path.Contains('\\'))
        {
            return $"browsers replace a backslash with '/'. Write '{path.Replace('\\', '/')}'.";
        }

        if (path.Contains("//"))
        {
            return "it contains two slashes in a row. Remove one.";
        }

        return path.Split('/').Any(segment => segment is "." or "..")
            ? "browsers resolve '.' and '..' before they send a request. Write the resolved path."
            : null;
    }
}
