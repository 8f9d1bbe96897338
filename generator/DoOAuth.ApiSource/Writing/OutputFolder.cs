namespace DoOAuth.ApiSource.Writing;

/// <summary>The folder of the written files. Files that stay the same are not touched, and files of types that are gone are deleted.</summary>
internal static class OutputFolder
{
    /// <summary>Writes the files.</summary>
    public static void Write(string folder, IEnumerable<SourceFile> files)
    {
        // Full paths, because the folder and the names of the files can have other separators than the system.
        folder = Path.GetFullPath(folder);
        var names = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var stale = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories).Select(Path.GetFullPath).ToHashSet(names) : [];
        foreach (var file in files)
        {
            var path = Path.GetFullPath(file.Name, folder);
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
