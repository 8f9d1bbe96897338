namespace DoOAuth.Analyzers.Secrets;

/// <summary>The configuration keys of a client secret.</summary>
internal static class SecretKey
{
    private const string Name = "ClientSecret";

    // In environment variables, keys have two underscores instead of the colon, and can have the host's prefix.
    private static readonly string[] Separators = [":", "__"];
    private static readonly string[] Prefixes = ["ASPNETCORE_", "DOTNET_"];

    /// <summary>The section in a key such as <c>DigitalOcean:ClientSecret</c> or <c>DigitalOcean__ClientSecret</c>; null for any other key.</summary>
    public static string? SectionOf(string key)
    {
        if (!key.EndsWith(Name, StringComparison.OrdinalIgnoreCase)
            || Array.Find(Separators, end => key.EndsWith(end + Name, StringComparison.OrdinalIgnoreCase)) is not { } separator)
        {
            return null;
        }

        var section = key.Substring(0, key.Length - Name.Length - separator.Length);
        if (Array.Find(Prefixes, start => separator == "__" && section.StartsWith(start, StringComparison.OrdinalIgnoreCase)) is { } prefix)
        {
            section = section.Substring(prefix.Length);
        }

        return section.Replace("__", ":");
    }

    /// <summary>Splits a command-line argument such as <c>--DigitalOcean:ClientSecret=…</c>; null for any other text.</summary>
    public static (string Section, string Value)? InArgument(string text)
    {
        var equals = text.IndexOf('=');
        return equals > 0 && SectionOf(text.Substring(0, equals).TrimStart('-', '/')) is { } section
            ? (section, text.Substring(equals + 1))
            : null;
    }
}
