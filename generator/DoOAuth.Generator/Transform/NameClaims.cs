using DoOAuth.Catalog.Names;

namespace DoOAuth.Generator.Transform;

/// <summary>
/// Gives each emitted name to the first class that requests it. Two classes with the same name are an error (DOO004). A second
/// definition would only make every use of the first one ambiguous.
/// </summary>
internal sealed class NameClaims
{
    private readonly HashSet<string> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of an extension method, or null if it is taken.</summary>
    public string? Method(string name) => _methods.Add(name) ? name : null;

    /// <summary>The name of an extension class, or a similar one that is not used.</summary>
    public string Type(string @namespace, string name, ICollection<string> siblings)
    {
        var free = name;
        for (var number = 2; siblings.Contains(free) || !_types.Add($"{@namespace}.{free}"); number++)
        {
            free = EmittedNames.Numbered(name, number);
        }

        return free;
    }

    /// <summary>The start of a file's name, or a similar one that is not used. Case is ignored, as some file systems do.</summary>
    public string File(string name)
    {
        var free = name;
        for (var number = 2; !_files.Add(free); number++)
        {
            free = $"{name}-{number}";
        }

        return free;
    }
}
