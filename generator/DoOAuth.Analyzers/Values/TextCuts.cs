namespace DoOAuth.Analyzers.Values;

/// <summary>Cuts off parts of texts, as far as they are known.</summary>
internal static class TextCuts
{
    /// <summary>The value without a character at its start, its end or both, as far as either is known.</summary>
    public static TextPattern Trim(this TextPattern pattern, char character, bool start, bool end)
    {
        var pieces = pattern.Pieces;
        if (start && pieces is [{ Text: { } first }, ..])
        {
            pieces = pieces.SetItem(0, new TextPiece(first.TrimStart(character)));
        }

        if (end && pieces is [.., { Text: { } last }])
        {
            pieces = pieces.SetItem(pieces.Length - 1, new TextPiece(last.TrimEnd(character)));
        }

        return TextPattern.Of(pieces.RemoveAll(piece => piece.Text is { Length: 0 }));
    }

    /// <summary>The value without characters at its start; null if they are not known. The first one of what a caller passes is a slash.</summary>
    public static TextPattern? WithoutStart(this TextPattern pattern, int count) => pattern.Pieces switch
    {
        _ when count == 0 => pattern,
        [{ Text: { } first }, ..] when first.Length > count => TextPattern.Of(pattern.Pieces.SetItem(0, new TextPiece(first.Substring(count)))),
        [{ Text: { } first }, ..] when first.Length == count => TextPattern.Of(pattern.Pieces.RemoveAt(0)),
        [{ Parameter: not null }, ..] when count == 1 => pattern,
        _ => null,
    };

    /// <summary>The value without characters at its end; null if they are not known.</summary>
    public static TextPattern? WithoutEnd(this TextPattern pattern, int count) => pattern.Pieces switch
    {
        _ when count == 0 => pattern,
        [.., { Text: { } last }] when last.Length > count => TextPattern.Of(pattern.Pieces.SetItem(pattern.Pieces.Length - 1, new TextPiece(last.Substring(0, last.Length - count)))),
        [.., { Text: { } last }] when last.Length == count => TextPattern.Of(pattern.Pieces.RemoveAt(pattern.Pieces.Length - 1)),
        _ => null,
    };

    /// <summary>The value up to a position; null if that is not known.</summary>
    public static TextPattern? Until(this TextPattern pattern, int position) => pattern.Pieces is [{ Text: { } first }, ..] && (first.Length >= position || pattern.Pieces.Length == 1)
        ? TextPattern.Of(first.Substring(0, Math.Min(position, first.Length)))
        : null;
}
