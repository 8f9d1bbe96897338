using System.Collections.Immutable;
using DoOAuth.Analyzers.Values;
using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Calls.Addresses;

/// <summary>Splits a path into its segments.</summary>
internal static class AddressSegments
{
    /// <summary>The segments up to the query or fragment, decoded, with '.' and '..' followed.</summary>
    /// <param name="pieces">The path, with or without a slash at its beginning.</param>
    /// <param name="hasEmpty">Whether there are adjacent slashes before the end.</param>
    public static ImmutableArray<OperationSegment> Of(ImmutableArray<TextPiece> pieces, out bool hasEmpty)
    {
        var segments = ImmutableArray.CreateBuilder<OperationSegment>();
        var segment = new OpenSegment();
        var (isFirst, isDone, empties) = (true, false, 0);
        foreach (var piece in pieces)
        {
            if (piece.Text is not { } text)
            {
                isDone = piece.IsQuery && !segment.IsEmpty;
                if (!isDone)
                {
                    segment.AddHole(piece.IsValue);
                }
            }
            else
            {
                var end = text.IndexOfAny(['?', '#']);
                isDone = end >= 0;
                var parts = (isDone ? text.Substring(0, end) : text).Split('/');
                for (var index = 0; index < parts.Length; index++)
                {
                    if (index > 0)
                    {
                        empties += Close(segments, segment, isFirst) ? 0 : 1;
                        (segment, isFirst) = (new OpenSegment(), false);
                    }

                    segment.Add(parts[index]);
                }
            }

            if (isDone)
            {
                break;
            }
        }

        Close(segments, segment, mayBeEmpty: true);
        hasEmpty = empties > 0;
        return segments.ToImmutable();
    }

    // Returns whether there was text in it, or whether it can be empty here.
    private static bool Close(ImmutableArray<OperationSegment>.Builder segments, OpenSegment segment, bool mayBeEmpty)
    {
        switch (segment.Text)
        {
            case "":
                return mayBeEmpty;
            case ".":
                return true;
            case "..":
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }

                return true;
            default:
                segments.Add(segment.ToSegment());
                return true;
        }
    }

    private sealed class OpenSegment
    {
        private string _start = "";
        private string _end = "";
        private int _holes;
        private bool _hasWords;

        public bool IsEmpty => _holes == 0 && _start.Length == 0;

        /// <summary>The whole segment, if it is known.</summary>
        public string? Text => _holes == 0 ? _start : null;

        public void Add(string text)
        {
            if (_holes == 0)
            {
                _start += text;
            }
            else
            {
                _end += text;
            }
        }

        public void AddHole(bool isValue)
        {
            _holes++;
            _hasWords |= !isValue;
            _end = "";
        }

        public OperationSegment ToSegment() => new(Uri.UnescapeDataString(_start), Uri.UnescapeDataString(_end), _holes, IsValue: _holes > 0 && !_hasWords);
    }
}
