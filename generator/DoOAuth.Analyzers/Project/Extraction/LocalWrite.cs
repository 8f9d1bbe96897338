using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>An assignment to a local variable.</summary>
/// <param name="Value">The value, or null if it cannot be read, as after <c>out</c>.</param>
/// <param name="Place">The declarator, assignment or argument.</param>
internal readonly record struct LocalWrite(IOperation? Value, IOperation Place);
