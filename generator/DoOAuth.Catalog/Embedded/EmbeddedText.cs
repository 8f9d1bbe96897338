namespace DoOAuth.Catalog.Embedded;

/// <summary>Reads the files that are embedded in this assembly: data and templates.</summary>
internal static class EmbeddedText
{
    /// <summary>The whole file, with the line ends <c>\n</c> on all platforms.</summary>
    /// <param name="name">The file's name, such as <c>scopes.tsv</c>.</param>
    /// <exception cref="InvalidOperationException">No such file is embedded.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in {typeof(EmbeddedText).Assembly.GetName().Name}: see EmbeddedResource in its project file.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
