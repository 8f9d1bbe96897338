namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>How something on a builder affects the requests of its endpoints.</summary>
internal enum GuardKind
{
    /// <summary>It requires a scope.</summary>
    Scope,

    /// <summary>It requires a scope that cannot be read here.</summary>
    Unreadable,

    /// <summary>It is <c>AllowAnonymous()</c>, which disables all guards.</summary>
    Anonymous,

    /// <summary>It is a policy of this name; an empty name means the default policy, and <c>*</c> the one for endpoints that say nothing.</summary>
    Policy,

    /// <summary>It is a filter: code that runs after the guards and before the handler.</summary>
    Filter,
}
