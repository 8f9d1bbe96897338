using System.Collections.Immutable;

namespace DoOAuth.Analyzers.Values;

/// <summary>Replaces parts of texts, as far as they are known.</summary>
internal static class TextReplacement
{
    /// <summary>The value with each occurrence of a text replaced by one of several values. Holes that others fill remember it; other holes stay.</summary>
    public static ImmutableArray<TextPattern> Replace(this TextPattern pattern, string text, ImmutableArray<TextPattern> replacements, StringComparison comparison)
    {
        ImmutableArray<TextPattern> results = [TextPattern.Empty];
        foreach (var piece in pattern.Pieces)
        {
            if (piece.Text is not { } known)
            {
                results = TextPattern.Combine(results, Remembered(piece, text, replacements, comparison));
                continue;
            }

            var position = 0;
            for (var found = known.IndexOf(text, comparison); found >= 0; found = known.IndexOf(text, position, comparison))
            {
                results = TextPattern.Combine(TextPattern.Combine(results, [TextPattern.Of(known.Substring(position, found - position))]), replacements);
                position = found + text.Length;
            }

            results = TextPattern.Combine(results, [TextPattern.Of(known.Substring(position))]);
        }

        return results;
    }

    private static ImmutableArray<TextPattern> Remembered(TextPiece piece, string text, ImmutableArray<TextPattern> replacements, StringComparison comparison) =>
        piece is { Parameter: null, Member: null } ? [TextPattern.Of(piece)]
        : [.. replacements.Select(replacement => TextPattern.Of(piece with { Change = new TextChange(piece.Change, text, replacement, comparison) }))];
}
