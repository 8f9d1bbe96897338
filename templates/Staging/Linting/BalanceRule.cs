namespace DoOAuth.Templates.Staging.Linting;

/// <summary>Each <c>if</c> has its <c>endif</c>, and there is one <c>else</c> at most, in the last place.</summary>
internal static class BalanceRule
{
    public static IEnumerable<LintFault> Check(TemplateFolder template) =>
        template.Files.SelectMany(file => Check($"{template.Name}/{file.Key}", ConditionMarker.In(file.Key, file.Value)));

    private static List<LintFault> Check(string file, IEnumerable<ConditionMarker> markers)
    {
        List<LintFault> faults = [];
        var open = new Stack<(int Line, bool HasElse)>();
        foreach (var marker in markers)
        {
            if (marker.Keyword == "if")
            {
                open.Push((marker.Line, false));
            }
            else if (open.Count == 0)
            {
                faults.Add(new(file, marker.Line, $"#{marker.Keyword} without an #if before it. Remove it, or add the #if."));
            }
            else
            {
                var (line, hasElse) = open.Pop();
                if (marker.Keyword == "endif")
                {
                    continue;
                }

                if (hasElse)
                {
                    faults.Add(new(file, marker.Line, $"#{marker.Keyword} after the #else of the #if in line {line}. Its content would never be kept."));
                }

                open.Push((line, hasElse || marker.Keyword == "else"));
            }
        }

        faults.AddRange(open.Select(left => new LintFault(file, left.Line, "#if without an #endif: everything after it would be conditional. Add the #endif.")));
        return faults;
    }
}
