namespace DoOAuth.Catalog;

/// <summary>One segment of a path that is looked up, as far as it is known.</summary>
/// <param name="Start">The decoded text before the first hole, or all of it if there is no hole.</param>
/// <param name="End">The decoded text after the last hole.</param>
/// <param name="Holes">The number of unknown parts.</param>
/// <param name="IsValue">Whether each of them is a number or similar: not a word of the API, and without '/' or '?'.</param>
internal readonly record struct OperationSegment(string Start, string End = "", int Holes = 0, bool IsValue = false)
{
    public bool IsLiteral => Holes == 0;

    /// <summary>Whether nothing of it is known.</summary>
    public bool IsHole => Holes > 0 && Start.Length == 0 && End.Length == 0;

    /// <summary>Whether it can contain more than a value if it is the last one: an unknown part after other text can start with '/' or '?'.</summary>
    public bool IsOpen => Holes > 0 && !IsValue && End.Length == 0 && (Start.Length > 0 || Holes > 1);

    public bool Fits(string text) => IsLiteral
        ? text == Start
        : text.Length >= Start.Length + End.Length
          && text.StartsWith(Start, StringComparison.Ordinal)
          && text.EndsWith(End, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => IsLiteral ? Start : $"{Start}{{…}}{End}";
}
