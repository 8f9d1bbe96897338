namespace DoOAuth.Templates.Staging;

/// <summary>
/// Writes Program.Main.cs, the form of Program.cs for <c>--use-program-main</c>: the same statements, in a Main method. Two files by hand would
/// become different.
/// </summary>
internal static class ProgramMain
{
    private const string Indentation = "        ";

    /// <summary>Adds the file to a template that has a Program.cs.</summary>
    /// <exception cref="InvalidDataException">Program.cs has no statements.</exception>
    public static void Add(string template)
    {
        var program = Path.Combine(template, "Program.cs");
        if (File.Exists(program))
        {
            File.WriteAllText(Path.Combine(template, "Program.Main.cs"), Of(File.ReadAllText(program)));
        }
    }

    /// <summary>Moves top-level statements into a Main method.</summary>
    /// <exception cref="InvalidDataException">There are no statements.</exception>
    public static string Of(string program)
    {
        var lines = program.TrimEnd().Split('\n');
        var lastUsing = Array.FindLastIndex(lines, line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';'));

        // A condition that contains the last using ends after it.
        var first = lastUsing + 1;
        while (first < lines.Length && lines[first] == "#endif")
        {
            first++;
        }

        if (lines[first..].All(string.IsNullOrWhiteSpace))
        {
            throw new InvalidDataException("Program.cs has no statements.");
        }

        var body = lines[first..].SkipWhile(string.IsNullOrWhiteSpace).Select(line => line.Length == 0 || line[0] == '#' ? line : Indentation + line);
        return $$"""
            {{string.Join('\n', lines[..first])}}

            namespace DoOAuthApp_Namespace;

            public sealed class Program
            {
                public static void Main(string[] args)
                {
            {{string.Join('\n', body)}}
                }
            }

            """;
    }
}
