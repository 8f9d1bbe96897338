namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>Where the builder of an endpoint or of a group comes from. Guards are put on this.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The call, the method that has the parameter, the member, or the local's declaration.</param>
/// <param name="Ordinal">The parameter's place; a receiver comes first.</param>
internal readonly record struct BuilderOrigin(BuilderKind Kind, CodeKey Key = default, int Ordinal = 0);
