using DoOAuth.Catalog.Names;

namespace DoOAuth.Generator.Transform;

/// <summary>
/// Gives each name of an emitted thing to the first that asks. Two classes that want the same one are an error of theirs
/// (DOO004); a second definition beside it would only make every use of the first ambiguous.
/// </summary>
internal sealed class NameClaims
{
    private readonly HashSet<string> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of an extension method, or null if it is taken.</summary>
    public string? Method(string name) => _methods.Add(name) ? name : null;

    /// <summary>The name of an extension class, or one near it.</summary>
    public string Type(string @namespace, string name, ICollection<string> siblings)
    {
        var free = name;
        for (var number = 2; siblings.Contains(free) || !_types.Add($"{@namespace}.{free}"); number++)
        {
            free = EmittedNames.Numbered(name, number);
        }

        return free;
    }

    /// <summary>The beginning of a file's name, or one near it: file systems tell no capitals from small letters.</summary>
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
