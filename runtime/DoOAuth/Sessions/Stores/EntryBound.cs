namespace DoOAuth;

/// <summary>The maximum number of values of one kind. Beyond it, the values that expire first are forgotten.</summary>
/// <param name="Most">The maximum number.</param>
/// <param name="Counts">Whether a value is of this kind.</param>
internal sealed record EntryBound<TValue>(int Most, Func<TValue, bool> Counts);
