namespace DoOAuth.Catalog;

/// <summary>One row of a data file.</summary>
/// <param name="Line">The line's number in the file, from 1.</param>
/// <param name="Cells">One cell per column, trimmed, empty where the line says nothing.</param>
internal sealed record DataRow(int Line, IReadOnlyList<string> Cells);
