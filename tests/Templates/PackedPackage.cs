using System.IO.Compression;
using System.Xml.Linq;

namespace DoOAuth.Templates.Tests;

/// <summary>What is in a package, read whole.</summary>
internal sealed class PackedPackage
{
    private readonly Dictionary<string, byte[]> _files;

    public PackedPackage(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        _files = archive.Entries.ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);
        Nuspec = Xml(_files.Keys.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal)));
    }

    public IReadOnlyCollection<string> Files => _files.Keys;

    public XDocument Nuspec { get; }

    /// <summary>The first element of that name in the nuspec, whatever its namespace.</summary>
    public XElement? Says(string name) => Nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == name);

    public XDocument Xml(string name) => XDocument.Load(new MemoryStream(_files[name]));

    public string Text(string name) => System.Text.Encoding.UTF8.GetString(_files[name]);

    /// <summary>How many bytes a file has once it is unpacked.</summary>
    public int Size(string name) => _files[name].Length;

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
