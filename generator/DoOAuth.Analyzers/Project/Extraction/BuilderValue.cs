using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>A builder that an expression may have, and where it was made; for use while the method is read, and not kept.</summary>
/// <param name="Origin">Where the builder comes from.</param>
/// <param name="Source">The call that made it, or the loop that hands it out.</param>
/// <param name="IsStored">Whether a local variable held it in between.</param>
internal readonly record struct BuilderValue(BuilderOrigin Origin, IOperation? Source, bool IsStored);
