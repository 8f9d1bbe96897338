using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Project;

/// <summary>Finds a word in a file without a copy of the whole file, and without its syntax.</summary>
internal static class TextSearch
{
    private const int Length = 4096;

    /// <summary>Whether the text contains the word.</summary>
    public static bool Contains(SourceText text, string word)
    {
        var buffer = new char[Math.Min(Length, text.Length)];

        // Parts overlap, so that a word across the end of one is found.
        for (var start = 0; start < text.Length; start += Length - word.Length)
        {
            var count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            if (buffer.AsSpan(0, count).IndexOf(word.AsSpan()) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
