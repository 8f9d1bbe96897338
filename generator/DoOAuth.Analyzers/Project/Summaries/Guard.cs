using DoOAuth.Analyzers.Applications;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>Something on a builder that affects the requests of its endpoints before they are handled.</summary>
/// <param name="Kind">How it affects them.</param>
/// <param name="Scope">The scope that the user must have granted.</param>
/// <param name="Application">The class that it belongs to; null if the guard does not specify one.</param>
/// <param name="Filter">The filter's code.</param>
internal readonly record struct Guard(GuardKind Kind, string Scope = "", Application? Application = null, Handler Filter = default);
