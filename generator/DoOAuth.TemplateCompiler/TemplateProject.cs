namespace DoOAuth.TemplateCompiler;

/// <summary>The project whose templates are compiled.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="RootNamespace">Its root namespace.</param>
internal sealed record TemplateProject(string Folder, string RootNamespace)
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The namespace for a file's folder.</summary>
    public string NamespaceOf(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        var folders = folder.StartsWith(Folder.TrimEnd(Separators), StringComparison.Ordinal)
            ? folder.Substring(Folder.TrimEnd(Separators).Length).Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            : [];
        return string.Join(".", folders.Prepend(RootNamespace).Where(part => part.Length > 0));
    }
}
