namespace DoOAuth.Catalog;

/// <summary>What is wrong with a line of a data file.</summary>
/// <param name="Line">The line's number in the file, from 1.</param>
/// <param name="Message">What is wrong and what was expected, for the person who edits the file.</param>
internal sealed record DataFault(int Line, string Message);
