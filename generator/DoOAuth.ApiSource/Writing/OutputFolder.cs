namespace DoOAuth.ApiSource.Writing;

/// <summary>The folder of the written files. Files that stay the same are not touched, and files of types that are gone are deleted.</summary>
internal static class OutputFolder
{
    /// <summary>Writes the files.</summary>
    public static void Write(string folder, IEnumerable<SourceFile> files)
    {
        var stale = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Name);
            stale.Remove(path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path) || File.ReadAllText(path) != file.Text)
            {
                File.WriteAllText(path, file.Text);
            }
        }

        foreach (var path in stale)
        {
            File.Delete(path);
        }
    }
}
