using System.Collections.Immutable;
using DoOAuth.Analyzers.Values;

namespace DoOAuth.Analyzers.Calls;

/// <summary>Finds the texts in a path on which the code does not decide, and that can leave their segment.</summary>
internal static class PathTexts
{
    /// <summary>Who decides them. An escaped text cannot leave a segment with other letters than dots.</summary>
    public static ImmutableArray<TextSource> Of(TextPattern address)
    {
        if (address.HasNoSource)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<TextSource>();
        var (start, segment) = ("", new List<TextPiece>());
        foreach (var piece in address.Pieces)
        {
            if (piece.Text is not { } text)
            {
                if (piece.IsQuery && segment.Count > 0)
                {
                    break;
                }

                segment.Add(piece);
                continue;
            }

            var end = text.IndexOfAny(['?', '#']);
            foreach (var (part, index) in (end < 0 ? text : text.Substring(0, end)).Split('/').Select((part, index) => (part, index)))
            {
                if (index > 0)
                {
                    Close(segment, start, found);
                    segment.Clear();
                    start += "/";
                }

                start += part;
                if (part.Length > 0)
                {
                    segment.Add(new TextPiece(part));
                }
            }

            if (end >= 0)
            {
                break;
            }
        }

        Close(segment, start, found);
        return found.ToImmutable();
    }

    // A text that is not behind a part of the API's path is the whole address, or an address of somebody else's.
    private static void Close(List<TextPiece> segment, string start, ImmutableArray<TextSource>.Builder found)
    {
        var isWord = segment.Any(piece => piece.IsValue || piece.Text?.Any(letter => letter != '.') is true);
        if (start.StartsWith("v2/", StringComparison.Ordinal) || start.IndexOf("/v2/", StringComparison.Ordinal) >= 0)
        {
            found.AddRange(segment.Select(piece => piece.Source).OfType<TextSource>().Where(source => source.Place is not null && !(isWord && source.Escape is not null)));
        }
    }
}
