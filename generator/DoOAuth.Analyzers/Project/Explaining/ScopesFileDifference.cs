using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>The first line in which the file differs from what it should say.</summary>
/// <param name="At">The line, or the last one if lines are missing after it.</param>
/// <param name="Description">What is different.</param>
internal sealed record ScopesFileDifference(Location At, string Description)
{
    /// <summary>Describes the difference.</summary>
    /// <param name="same">The number of lines before it that are the same.</param>
    /// <param name="actual">The lines of the file.</param>
    /// <param name="expected">The lines that it should have.</param>
    public static string Describe(int same, IReadOnlyList<string> actual, IReadOnlyList<string> expected)
    {
        if (actual.Count == 0)
        {
            return "it is empty";
        }

        // The line is missing unless it only comes later, after lines that should not be there.
        var isMissing = same < expected.Count
            && (same == actual.Count || !Rest(actual, same).Contains(InContext(expected, same)) || Rest(expected, same).Contains(InContext(actual, same)));
        return isMissing ? $"it does not say '{InContext(expected, same)}'" : $"it still says '{InContext(actual, same)}'";
    }

    private static IEnumerable<string> Rest(IReadOnlyList<string> lines, int from) => Enumerable.Range(from, lines.Count - from).Select(line => InContext(lines, line));

    // A reason with its scope, a scope with its class. What is not indented is said as it is.
    private static string InContext(IReadOnlyList<string> lines, int line)
    {
        var (text, indent) = (lines[line].Trim(), IndentOf(lines[line]));
        for (var above = line - 1; above >= 0 && indent > 0; above--)
        {
            if (IndentOf(lines[above]) < indent)
            {
                return $"{lines[above].Trim()}: {text}";
            }
        }

        return text;
    }

    private static int IndentOf(string line) => line.Length - line.TrimStart().Length;
}
