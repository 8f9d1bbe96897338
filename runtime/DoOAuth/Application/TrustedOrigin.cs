namespace DoOAuth;

/// <summary>Finds entries of <see cref="DigitalOceanOptions.TrustedOrigins"/> that can never equal a browser's <c>Origin</c> header.</summary>
internal static class TrustedOrigin
{
    public static bool IsNull(string origin) => origin.Equals("null", StringComparison.OrdinalIgnoreCase);

    /// <summary>Describes what is wrong with an entry and what to write instead; null if the entry is valid.</summary>
    public static string? Fault(string? entry) => entry?.Trim() switch
    {
        null or "" => "contains an empty entry. Remove it.",
        var text when IsNull(text) => "contains \"null\", which is never trusted because a page of any site can have that origin. Remove it.",
        var text when text.Contains('*', StringComparison.Ordinal) =>
            $"contains \"{Shown(text)}\", but does not support wildcards. Add each origin separately, such as \"https://app.example.com\".",
        var text => RightForm(text) is not { } right
            ? $"contains \"{Shown(text)}\", which is not an origin. Write the scheme and the host, such as \"https://app.example.com\"."
            : string.Equals(entry, right, StringComparison.OrdinalIgnoreCase)
                ? null
                : $"contains \"{Shown(text)}\", which never matches because no browser sends it as an origin. Write \"{right}\".",
    };

    // In the form that browsers send: without default port and path, and with the host in ASCII.
    private static string? RightForm(string entry)
    {
        var address = entry.Contains("://", StringComparison.Ordinal) ? entry : "https://" + (entry.StartsWith("//", StringComparison.Ordinal) ? entry[2..] : entry);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.HostNameType == UriHostNameType.Unknown)
        {
            return null;
        }

        // Pages of native shells and browser extensions have origins with their own schemes. Local files have the origin null.
        var scheme = uri.Scheme switch
        {
            "ws" => "http",
            "wss" => "https",
            "file" => null,
            var other => other,
        };
        return scheme is null ? null : $"{scheme}://{HostOf(uri)}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";
    }

    private static string HostOf(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;

    // Without the parts that can contain a secret.
    private static string Shown(string entry)
    {
        var text = entry.AsSpan();
        var query = text.IndexOfAny('?', '#');
        var shown = query < 0 ? entry : $"{text[..query]}…";
        var user = shown.LastIndexOf('@');
        var authority = shown.IndexOf("://", StringComparison.Ordinal) is >= 0 and var end ? end + 3 : 0;
        return user < authority ? shown : $"{shown[..authority]}…{shown[user..]}";
    }
}
