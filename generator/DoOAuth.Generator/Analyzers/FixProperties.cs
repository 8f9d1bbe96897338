namespace DoOAuth.Generator.Analyzers;

/// <summary>Names of the diagnostics' properties that tell a fix what to write.</summary>
internal static class FixProperties
{
    /// <summary>
    /// The scopes to declare or to take away, as <c>operations.tsv</c> writes them: a space means that both are meant, a bar
    /// that either will do.
    /// </summary>
    public const string Scopes = "Scopes";

    /// <summary>The annotated classes of this project that come into question, by documentation comment ids, separated by spaces.</summary>
    public const string Applications = "Applications";

    /// <summary>The guards to call, without brackets: separated by spaces, or by a bar where either will do.</summary>
    public const string Guards = "Guards";
}
