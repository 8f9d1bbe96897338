namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A delegate that handles an endpoint's requests.</summary>
/// <param name="Code">The code, or the field or property with the delegate.</param>
/// <param name="Ordinal">The position of the parameter of <paramref name="Code"/> that contains the delegate, counting a receiver; null if it is the code itself.</param>
internal readonly record struct Handler(CallTarget Code, int? Ordinal = null);
