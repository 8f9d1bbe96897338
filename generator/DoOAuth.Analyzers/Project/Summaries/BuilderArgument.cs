using System.Collections.Immutable;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A builder or a delegate that is passed to a method of the project.</summary>
/// <param name="Ordinal">The parameter's position. A receiver comes first.</param>
/// <param name="Origins">The builders that it can be.</param>
/// <param name="Certain">Those that are passed whenever they are created.</param>
/// <param name="Handlers">The code of a delegate.</param>
internal readonly record struct BuilderArgument(
    int Ordinal, ImmutableArray<BuilderOrigin> Origins, ImmutableArray<BuilderOrigin> Certain, ImmutableArray<Handler> Handlers);
