using DoOAuth.RefreshData.Shapes;
using DoOAuth.Shapes;

namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>The tables of shapes with the values that the description has: the reverse of the corrections.</summary>
internal static class DescribedShapes
{
    /// <summary>The texts of <c>shapes.tsv</c> and <c>answers.tsv</c> without the corrections.</summary>
    public static (string Shapes, string Answers) Of(string shapes, string answers, IReadOnlyList<ShapeCorrection> corrections)
    {
        foreach (var correction in corrections)
        {
            if (correction.Member.Length == 0)
            {
                answers = Line(answers, line => line.StartsWith(correction.Name + "\t", StringComparison.Ordinal), line => WithAnswer(line, correction.Described));
            }
            else
            {
                var member = "\t" + correction.Member;
                var start = shapes.IndexOf($"\n{correction.Name}\n", StringComparison.Ordinal) + 1;
                var end = shapes.IndexOf('\n', start) + 1;
                while (end < shapes.Length && shapes[end] == '\t')
                {
                    end = shapes.IndexOf('\n', end) + 1;
                }

                var block = Line(shapes[start..end], line => line.TrimEnd('!').StartsWith(member, StringComparison.Ordinal) && line.Length > member.Length && line[member.Length] is '\t' or '!' or '<', line => Reversed(line, correction));
                shapes = shapes[..start] + block + shapes[end..];
            }
        }

        // Shapes that only the description uses are not in the table.
        var known = ShapeCatalog.Parse(shapes);
        var missing = corrections.Where(correction => correction.Member.Length == 0).SelectMany(correction => TypeNames.In(correction.Described)).Where(name => known.Find(name) is null).Distinct();
        return (shapes + string.Concat(missing.Select(name => $"{name}\n\tonly_described\tstring\n")), answers);
    }

    private static string WithAnswer(string line, string answer)
    {
        var cells = line.Split('\t').Concat(Enumerable.Repeat("", 9)).Take(9).ToArray();
        cells[6] = answer;
        return string.Join('\t', cells).TrimEnd('\t');
    }

    private static string? Reversed(string line, ShapeCorrection correction)
    {
        var cells = line.Split('\t').Concat(Enumerable.Repeat("", 6)).Take(6).ToArray();
        if (correction.Column == "member")
        {
            return null;
        }

        cells[correction.Column switch { "type" => 2, "example" => 3, "default" => 4, _ => 5 }] = correction.Described;
        return string.Join('\t', cells).TrimEnd('\t');
    }

    private static string Line(string text, Func<string, bool> isOne, Func<string, string?> change) =>
        string.Join('\n', text.Split('\n').Select(line => isOne(line) ? change(line) : line).OfType<string>());
}
