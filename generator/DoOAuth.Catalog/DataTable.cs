namespace DoOAuth.Catalog;

/// <summary>
/// Reads the files in <c>data/</c>: cells separated by tabs, comment lines that start with <c>#</c>, and one header line with the
/// names of the columns.
/// </summary>
internal static class DataTable
{
    private static readonly char[] Tab = ['\t'];
    private static readonly char[] LineEnd = ['\n'];

    /// <summary>Reads the rows. Each gets exactly one cell for each column, because editors remove trailing tabs.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="columns">The columns' names, in order.</param>
    /// <param name="faults">Receives the errors in the header or in a row. Rows with errors are skipped.</param>
    public static List<DataRow> Read(string text, IReadOnlyList<string> columns, List<DataFault> faults)
    {
        var rows = new List<DataRow>();
        var headerSeen = false;
        var lines = text.Split(LineEnd);
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split(Tab);
            if (!headerSeen)
            {
                headerSeen = true;
                if (!cells.SequenceEqual(columns, StringComparer.Ordinal))
                {
                    faults.Add(new DataFault(index + 1, $"The first line that is not a comment must name the columns, separated by tabs: {string.Join(" ", columns)}."));
                    return rows;
                }
            }
            else if (cells.Length > columns.Count)
            {
                faults.Add(new DataFault(index + 1, $"The line has {cells.Length} cells, but there are {columns.Count} columns: {string.Join(" ", columns)}."));
            }
            else
            {
                rows.Add(new DataRow(index + 1, [.. cells.Select(cell => cell.Trim()), .. Enumerable.Repeat("", columns.Count - cells.Length)]));
            }
        }

        if (!headerSeen)
        {
            faults.Add(new DataFault(1, "The file is empty."));
        }

        return rows;
    }
}
