namespace DoOAuth.Catalog;

/// <summary>One row of a data file.</summary>
/// <param name="Line">The line number in the file, starting with 1.</param>
/// <param name="Cells">One trimmed cell for each column; empty if the line has no value for it.</param>
internal sealed record DataRow(int Line, IReadOnlyList<string> Cells);
