namespace DoOAuth.Analyzers.Flow;

/// <summary>What can happen to a variable.</summary>
internal enum FlowStepKind
{
    /// <summary>Something reads it.</summary>
    Use,

    /// <summary>It gets a value, or the object in it changes.</summary>
    Change,

    /// <summary>A function is made that reads or changes it, and can run at any time from then on.</summary>
    Function,

    /// <summary>A function is called that reads or changes it.</summary>
    Call,
}
