namespace DoOAuth.Catalog;

/// <summary>Compares the spelling of words, to find the one that was intended.</summary>
internal static class Spelling
{
    /// <summary>
    /// Counts the letters to insert, delete or replace, and the adjacent letters to swap, to convert one text to the other
    /// (optimal string alignment).
    /// </summary>
    public static int Distance(string first, string second)
    {
        var beforePrevious = new int[second.Length + 1];
        var previous = Enumerable.Range(0, second.Length + 1).ToArray();
        var current = new int[second.Length + 1];
        for (var row = 1; row <= first.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= second.Length; column++)
            {
                var replaced = previous[column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1])
                {
                    current[column] = Math.Min(current[column], beforePrevious[column - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[second.Length];
    }

    /// <summary>The length of the common prefix. Of words that are equally similar, the one with the same start was probably intended.</summary>
    public static int SharedPrefix(string first, string second)
    {
        var length = 0;
        while (length < first.Length && length < second.Length && first[length] == second[length])
        {
            length++;
        }

        return length;
    }
}
