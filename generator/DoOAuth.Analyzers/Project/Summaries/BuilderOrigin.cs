namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>The origin of the builder of an endpoint or a group. Guards are added to it.</summary>
/// <param name="Kind">The kind of the origin.</param>
/// <param name="Key">The call, the method with the parameter, the member, or the local's declaration.</param>
/// <param name="Ordinal">The parameter's position. A receiver comes first.</param>
internal readonly record struct BuilderOrigin(BuilderKind Kind, CodeKey Key = default, int Ordinal = 0);
