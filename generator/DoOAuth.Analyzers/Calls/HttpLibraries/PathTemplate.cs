using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DoOAuth.Analyzers.Values;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>Fills the parameters of a path in braces, as libraries do before they send it.</summary>
internal static class PathTemplate
{
    private static readonly Regex Parameters = new(@"\{(?<query>[?&])?\+?\*{0,2}(?<name>[^{}]*)\}", RegexOptions.CultureInvariant);

    /// <summary>The paths with what fills each parameter: a hole for one that is unknown, and a query for one in a query.</summary>
    /// <param name="path">The path.</param>
    /// <param name="valuesOf">What fills a parameter of a name.</param>
    public static ImmutableArray<TextPattern> Fill(string path, Func<string, ImmutableArray<TextPattern>?> valuesOf)
    {
        var (filled, position) = (ImmutableArray.Create(TextPattern.Empty), 0);
        foreach (Match match in Parameters.Matches(path))
        {
            filled = TextPattern.Combine(filled, [TextPattern.Of(path.Substring(position, match.Index - position))]);
            filled = TextPattern.Combine(filled, match.Groups["query"].Success ? [TextPattern.Of("?"),] : valuesOf(match.Groups["name"].Value) ?? [TextPattern.Hole]);
            position = match.Index + match.Length;
        }

        return TextPattern.Combine(filled, [TextPattern.Of(path.Substring(position))]);
    }

    /// <summary>The same of a path that is known in parts.</summary>
    public static ImmutableArray<TextPattern> Fill(TextPattern path, Func<string, ImmutableArray<TextPattern>?> valuesOf) => path.Pieces.Aggregate(
        ImmutableArray.Create(TextPattern.Empty),
        (filled, piece) => TextPattern.Combine(filled, piece.Text is { } text ? Fill(text, valuesOf) : [TextPattern.Of(piece)]));
}
