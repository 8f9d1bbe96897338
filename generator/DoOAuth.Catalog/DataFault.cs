namespace DoOAuth.Catalog;

/// <summary>An error in a line of a data file.</summary>
/// <param name="Line">The line number in the file, starting with 1.</param>
/// <param name="Message">What is wrong and what was expected, for the person who edits the file.</param>
internal sealed record DataFault(int Line, string Message);
