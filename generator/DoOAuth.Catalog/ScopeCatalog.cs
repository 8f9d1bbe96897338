namespace DoOAuth.Catalog;

/// <summary>Every scope that DigitalOcean knows: <c>data/scopes.tsv</c>, read.</summary>
internal sealed class ScopeCatalog
{
    private readonly Dictionary<string, ScopeEntry> _byName;

    private ScopeCatalog(IReadOnlyList<ScopeEntry> entries, IReadOnlyList<DataFault> faults)
    {
        Entries = entries;
        Faults = faults;
        _byName = entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>The scopes in the file's order, renamed ones included.</summary>
    public IReadOnlyList<ScopeEntry> Entries { get; }

    /// <summary>What is wrong with the file; the lines concerned are left out of <see cref="Entries"/>.</summary>
    public IReadOnlyList<DataFault> Faults { get; }

    /// <summary>The scopes that an app can ask for, in the file's order.</summary>
    public IEnumerable<ScopeEntry> Current => Entries.Where(entry => entry.IsCurrent);

    /// <summary>Reads <c>scopes.tsv</c>. It never throws for what the file says: see <see cref="Faults"/>.</summary>
    public static ScopeCatalog Parse(string text)
    {
        var faults = new List<DataFault>();
        var entries = ScopeLines.Read(text, faults);
        entries = ScopeLines.WithoutDuplicates(entries, faults);
        faults.AddRange(ScopeReferences.Check(entries));
        return new ScopeCatalog(entries, [.. faults.OrderBy(fault => fault.Line)]);
    }

    /// <summary>The scope of exactly this name, renamed ones included.</summary>
    public ScopeEntry? Find(string name) => _byName.TryGetValue(name, out var entry) ? entry : null;
}
