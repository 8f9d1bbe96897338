namespace DoOAuth;

/// <summary>How many values of one kind are kept at most. Past that, the ones that would expire first are forgotten.</summary>
/// <param name="Most">How many.</param>
/// <param name="Counts">Whether a value is of the kind.</param>
internal sealed record EntryBound<TValue>(int Most, Func<TValue, bool> Counts);
