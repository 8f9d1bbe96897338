namespace DoOAuth.Analyzers.Applications;

/// <summary>
/// Judges a path as ASP.NET Core's routing will, before it does: the address is registered at DigitalOcean and written
/// into links, so that it has to be one fixed address.
/// </summary>
internal static class RouteSyntax
{
    /// <summary>What is wrong with the path, and how to fix it, to continue after "since"; null if it is fine.</summary>
    public static string? FaultOf(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return "it is empty: name one, such as '/login'";
        }

        if (path.Any(char.IsWhiteSpace) || path.Any(char.IsControl))
        {
            return "it has white space in it: take that out";
        }

        if (path[0] != '/')
        {
            return $"it is not rooted: write '/{path.TrimStart('~', '/', '\\')}'";
        }

        if (path.IndexOfAny(['?', '#']) is >= 0 and var end)
        {
            return $"'{path[end]}' ends a path, and routing never sees what follows: write '{path.Substring(0, end)}'";
        }

        if (path.IndexOfAny(['{', '}']) is >= 0 and var brace)
        {
            return $"'{path[brace]}' makes a route parameter, and links and the registered callback need a fixed address: map the endpoints in a group for that";
        }

        if (path.Contains('\\'))
        {
            return $"browsers make '/' of a backslash: write '{path.Replace('\\', '/')}'";
        }

        if (path.Contains("//"))
        {
            return "it has two slashes in a row: take one out";
        }

        return path.Split('/').Any(segment => segment is "." or "..")
            ? "browsers resolve '.' and '..' before they ask: write the path that is meant"
            : null;
    }
}
