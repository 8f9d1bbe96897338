using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>A place where a local variable is given a value.</summary>
/// <param name="Value">The value, or null if it cannot be read, as behind <c>out</c>.</param>
/// <param name="Place">The declarator, assignment or argument.</param>
internal readonly record struct LocalWrite(IOperation? Value, IOperation Place);
