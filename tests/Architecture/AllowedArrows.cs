namespace DoOAuth.Architecture.Tests;

/// <summary>The list of a project: one folder a line, lowest first, with the folders that it may use: <c>Sessions: Tokens Provider</c>.</summary>
internal sealed class AllowedArrows
{
    private readonly List<(string Folder, string[] Targets)> _lines;

    private AllowedArrows(string file, List<(string Folder, string[] Targets)> lines) => (File, _lines) = (file, lines);

    /// <summary>The projects that have a list, by their folder in the repository.</summary>
    public static IEnumerable<string> Projects =>
        Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file).Replace('+', '/')).Order(StringComparer.Ordinal);

    /// <summary>The list's path in the repository.</summary>
    public string File { get; }

    /// <summary>The folders of the list.</summary>
    public IEnumerable<string> Folders => _lines.Select(line => line.Folder);

    /// <summary>The arrows of the list.</summary>
    public IEnumerable<(string From, string To)> Arrows => _lines.SelectMany(line => line.Targets, (line, target) => (line.Folder, target));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Arrows");

    /// <summary>The list of a project.</summary>
    /// <param name="project">Its folder in the repository.</param>
    public static AllowedArrows Of(string project)
    {
        var name = $"{project.Replace('/', '+')}.txt";
        return new($"tests/Architecture/Arrows/{name}",
            [.. from line in System.IO.File.ReadLines(Path.Combine(Folder, name))
                where line.Length > 0 && line[0] != '#'
                let parts = line.Split(':', 2)
                select (parts[0].Trim(), parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))]);
    }

    /// <summary>Whether the list has an arrow for a use.</summary>
    /// <param name="use">The use.</param>
    public bool Allows(FolderUse use) => Arrows.Contains((use.From, use.To));

    /// <summary>The arrows that do not lead to a line above.</summary>
    public IEnumerable<string> Upward() =>
        _lines.SelectMany((line, at) => line.Targets.Except(_lines.Take(at).Select(above => above.Folder)).Select(target => $"{line.Folder} -> {target}"));
}
