using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>A builder that an expression can have, and the operation that created it. It is used only while the method is read.</summary>
/// <param name="Origin">The origin of the builder.</param>
/// <param name="Source">The call that created it, or the loop that returns it.</param>
/// <param name="IsStored">Whether it was stored in a local variable in between.</param>
internal readonly record struct BuilderValue(BuilderOrigin Origin, IOperation? Source, bool IsStored);
