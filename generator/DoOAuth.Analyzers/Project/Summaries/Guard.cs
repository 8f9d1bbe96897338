using DoOAuth.Analyzers.Applications;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>Something on a builder that affects the requests of its endpoints before they are handled.</summary>
/// <param name="Kind">How it affects them.</param>
/// <param name="Scope">The scope that the user must have granted; with bars between them several, of which one is enough.</param>
/// <param name="Application">The class that it belongs to; null if the guard does not specify one.</param>
/// <param name="Filter">The filter's code.</param>
internal readonly record struct Guard(GuardKind Kind, string Scope = "", Application? Application = null, Handler Filter = default)
{
    /// <summary>What the filter was made with, as in <see cref="PathCondition.Arguments"/>; empty if that is not known.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>The method and the position of its parameter that has the scope, as long as nobody has said which one it is.</summary>
    public (CodeKey Method, int Ordinal)? Parameter { get; init; }

    /// <summary>The scopes of which the user must have granted one.</summary>
    public string[] Scopes => Scope.Split('|');
}
