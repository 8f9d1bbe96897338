namespace DoOAuth.RefreshData;

/// <summary>The lines of a data file while it is changed. Comments, the header and the order are preserved.</summary>
internal sealed class TableLines
{
    private readonly List<string> _lines;
    private readonly List<string> _changes = [];

    private TableLines(List<string> lines) => _lines = lines;

    /// <summary>The removed (<c>- line</c>) and added (<c>+ line</c>) lines.</summary>
    public IReadOnlyList<string> Changes => _changes;

    /// <summary>Splits a file into lines.</summary>
    public static TableLines Of(string text) => new([.. text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r'))]);

    /// <summary>Adds lines in the order of their keys. The key of an existing line is its first cell.</summary>
    public void Insert(IEnumerable<(string Key, string Line)> newLines)
    {
        foreach (var (key, line) in newLines)
        {
            Insert(key, line, existing => existing.Split('\t')[0]);
        }
    }

    /// <summary>Replaces the rows with these. Rows with a known key keep their place, new rows are added in order.</summary>
    public void Replace(IEnumerable<(string Key, string Line)> rows, Func<string, string> keyOf)
    {
        var wanted = rows.ToDictionary(row => row.Key, row => row.Line, StringComparer.Ordinal);
        for (var index = FirstRow(); index < _lines.Count; index++)
        {
            if (IsComment(_lines[index]))
            {
                continue;
            }

            if (!wanted.Remove(keyOf(_lines[index]), out var line))
            {
                _changes.Add("- " + _lines[index]);
                _lines.RemoveAt(index--);
            }
            else if (line != _lines[index])
            {
                _changes.Add("- " + _lines[index]);
                _changes.Add("+ " + line);
                _lines[index] = line;
            }
        }

        foreach (var (key, line) in wanted.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            Insert(key, line, keyOf);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', _lines) + "\n";

    private static bool IsComment(string line) => line.StartsWith('#') || string.IsNullOrWhiteSpace(line);

    private int FirstRow() => _lines.FindIndex(line => !IsComment(line)) + 1;

    private void Insert(string key, string line, Func<string, string> keyOf)
    {
        var place = _lines.FindIndex(FirstRow(), existing => !IsComment(existing) && string.CompareOrdinal(keyOf(existing), key) > 0);
        _lines.Insert(place < 0 ? _lines.Count : place, line);
        _changes.Add("+ " + line);
    }
}
