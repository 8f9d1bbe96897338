namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>What something on a builder does to the requests of its endpoints.</summary>
internal enum GuardKind
{
    /// <summary>It asks for a scope.</summary>
    Scope,

    /// <summary>It asks for a scope that cannot be read here.</summary>
    Unreadable,

    /// <summary>It is <c>AllowAnonymous()</c>, which sets all guards aside.</summary>
    Anonymous,

    /// <summary>It is a filter: code that runs behind the guards and before the handler.</summary>
    Filter,
}
