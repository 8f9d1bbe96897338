namespace DoOAuth.Analyzers.Tests.Cases;

/// <summary>What a report on a marked line would be.</summary>
internal enum CaseMarkKind
{
    /// <summary>Right, and one has to be somewhere in its group.</summary>
    Expect,

    /// <summary>As good as on the line in its group that expects one.</summary>
    Or,

    /// <summary>As right as none: nobody can know from the source.</summary>
    Undecidable,
}
