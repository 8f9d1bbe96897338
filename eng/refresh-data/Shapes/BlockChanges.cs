namespace DoOAuth.RefreshData.Shapes;

/// <summary>The differences between two texts that consist of lines, or of blocks: a line, and the lines after it that start with a tab.</summary>
internal static class BlockChanges
{
    /// <summary>The removed (<c>-</c>) and added (<c>+</c>) lines. A line of a block has the first line of the block before it.</summary>
    public static IEnumerable<string> Between(string before, string after)
    {
        var (old, current) = (Lines(before), Lines(after));
        return old.Except(current, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(current.Except(old, StringComparer.Ordinal).Select(line => "+ " + line))
            .OrderBy(change => change[2..], StringComparer.Ordinal);
    }

    private static HashSet<string> Lines(string text)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var block = "";
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#'))
        {
            block = line[0] == '\t' ? block : line;
            lines.Add(line[0] == '\t' ? block + line : line);
        }

        return lines;
    }
}
