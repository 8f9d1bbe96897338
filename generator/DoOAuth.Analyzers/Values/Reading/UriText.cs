namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Combines addresses like <c>new Uri(baseUri, relativeUri)</c>.</summary>
internal static class UriText
{
    public static TextPattern Combine(TextPattern baseAddress, TextPattern relative)
    {
        if (relative.Pieces.IsEmpty || relative.Pieces[0].Text is not { } path)
        {
            // What a caller passes is hardly ever absolute, and goes into the base's folder.
            return relative.Pieces.IsEmpty ? baseAddress
                : relative.Pieces[0].Parameter is not null && baseAddress.Literal is { } folderOf && folderOf.EndsWith("/", StringComparison.Ordinal) ? baseAddress.Append(relative)
                : baseAddress.Append(TextPattern.Hole);
        }

        if (IsAbsolute(path))
        {
            return relative;
        }

        if (path[0] is '?' or '#')
        {
            return baseAddress.Append(relative);
        }

        // A base address that is mostly unknown still has an end, and the path starts after it.
        if (baseAddress.Literal is not { } text)
        {
            return path[0] == '/' && baseAddress.Pieces is [{ IsHole: true }]
                ? baseAddress.Append(relative)
                : baseAddress.Append(TextPattern.Of(path[0] == '/' ? "" : "/")).Append(relative);
        }

        var authority = text.IndexOf("://", StringComparison.Ordinal);
        var pathStart = authority < 0 ? 0 : text.IndexOf('/', authority + 3);
        var origin = pathStart < 0 ? text : text.Substring(0, pathStart);
        if (path[0] == '/')
        {
            return TextPattern.Of(origin).Append(relative);
        }

        var folder = pathStart < 0 ? text + "/" : text.Substring(0, text.LastIndexOf('/') + 1);
        return TextPattern.Of(folder).Append(relative);
    }

    private static bool IsAbsolute(string path) => path.StartsWith("//", StringComparison.Ordinal)
        || (path.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && path.IndexOfAny(['/', '?', '#']) > scheme);
}
