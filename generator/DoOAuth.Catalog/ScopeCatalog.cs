namespace DoOAuth.Catalog;

/// <summary>All scopes that DigitalOcean knows, from <c>data/scopes.tsv</c>.</summary>
internal sealed class ScopeCatalog
{
    private readonly Dictionary<string, ScopeEntry> _byName;

    private ScopeCatalog(IReadOnlyList<ScopeEntry> entries, IReadOnlyList<DataFault> faults)
    {
        Entries = entries;
        Faults = faults;
        _byName = entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>The scopes in the file's order, including renamed ones.</summary>
    public IReadOnlyList<ScopeEntry> Entries { get; }

    /// <summary>The errors in the file. Lines with errors are not in <see cref="Entries"/>.</summary>
    public IReadOnlyList<DataFault> Faults { get; }

    /// <summary>The scopes that an app can request, in the file's order.</summary>
    public IEnumerable<ScopeEntry> Current => Entries.Where(entry => entry.IsCurrent);

    /// <summary>Reads <c>scopes.tsv</c>. It never throws because of the content: see <see cref="Faults"/>.</summary>
    public static ScopeCatalog Parse(string text)
    {
        var faults = new List<DataFault>();
        var entries = ScopeLines.Read(text, faults);
        entries = ScopeLines.WithoutDuplicates(entries, faults);
        faults.AddRange(ScopeReferences.Check(entries));
        return new ScopeCatalog(entries, [.. faults.OrderBy(fault => fault.Line)]);
    }

    /// <summary>The scope with exactly this name, including renamed ones.</summary>
    public ScopeEntry? Find(string name) => _byName.TryGetValue(name, out var entry) ? entry : null;
}
