using System.Collections.Immutable;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A builder or a delegate that is handed to a method of the project.</summary>
/// <param name="Ordinal">The parameter's place; a receiver comes first.</param>
/// <param name="Origins">The builders that it may be.</param>
/// <param name="Certain">Those of them that are handed over whenever they are made.</param>
/// <param name="Handlers">The code of a delegate.</param>
internal readonly record struct BuilderArgument(
    int Ordinal, ImmutableArray<BuilderOrigin> Origins, ImmutableArray<BuilderOrigin> Certain, ImmutableArray<Handler> Handlers);
