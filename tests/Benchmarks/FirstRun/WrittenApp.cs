using DoOAuth.Benchmarks.Generators;
using DoOAuth.Benchmarks.Generators.Apps;

namespace DoOAuth.Benchmarks.FirstRun;

/// <summary>An app as files, for another process: reading it there takes the same for every generator.</summary>
internal sealed class WrittenApp(string folder)
{
    private string ReferenceList => Path.Combine(folder, "references.txt");

    private string GeneratorName => Path.Combine(folder, "generator.txt");

    /// <summary>Its source files.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal);

    /// <summary>The assemblies that it references.</summary>
    public IEnumerable<string> References => File.ReadLines(ReferenceList);

    /// <summary>Its generator.</summary>
    public GeneratorFile Generator
    {
        get
        {
            var lines = File.ReadAllLines(GeneratorName);
            return new(lines[0], lines[1]);
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(GeneratorApp app, GeneratorFile generator)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in app.Files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        File.WriteAllLines(ReferenceList, app.References.Select(reference => reference.Display!));
        File.WriteAllLines(GeneratorName, [generator.Path, generator.Type]);
    }
}
