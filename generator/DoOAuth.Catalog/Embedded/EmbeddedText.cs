using System.IO.Compression;

namespace DoOAuth.Catalog.Embedded;

/// <summary>Reads the files that are embedded in this assembly: data and templates, as they are or compressed.</summary>
internal static class EmbeddedText
{
    /// <summary>The whole file, with the line ends <c>\n</c> on all platforms.</summary>
    /// <param name="name">The file's name, such as <c>scopes.tsv</c>.</param>
    /// <exception cref="InvalidOperationException">No such file is embedded.</exception>
    public static string Read(string name)
    {
        var assembly = typeof(EmbeddedText).Assembly;
        using var archive = assembly.GetManifestResourceStream(name + ".zip") is { } compressed ? new ZipArchive(compressed) : null;
        using var stream = archive is null ? assembly.GetManifestResourceStream(name) : archive.Entries[0].Open();
        if (stream is null)
        {
            throw new InvalidOperationException($"{name} is not embedded in {assembly.GetName().Name}: see EmbeddedResource in its project file.");
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
