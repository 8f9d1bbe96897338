namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A delegate that handles an endpoint's requests.</summary>
/// <param name="Code">The code; for a delegate in a field or property, that.</param>
/// <param name="Ordinal">The place of the parameter of <paramref name="Code"/> from which the delegate comes, a receiver first; null if it is the code itself.</param>
internal readonly record struct Handler(CallTarget Code, int? Ordinal = null);
