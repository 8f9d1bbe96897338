using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>
/// Writes what the project's annotated classes ask for, and why, for people who review a change of it: a block for each class, a line for each scope, and
/// below it what needs it. Without places and ways, which change more often than what users are asked for.
/// </summary>
internal static class ScopeUseText
{
    /// <summary>The lines; none if the project has no annotated class.</summary>
    public static IReadOnlyList<string> Lines(ExplainedScopes uses)
    {
        var lines = new List<string>();
        foreach (var application in uses.Applications)
        {
            if (lines.Count > 0)
            {
                lines.Add("");
            }

            lines.Add(application.Symbol.ToDisplayString());
            foreach (var scope in uses.Of(application).GroupBy(use => (use.Scope, use.IsOptional)))
            {
                lines.Add($"  {scope.Key.Scope}{(scope.Key.IsOptional ? " (optional)" : "")}");
                lines.AddRange(scope.Select(use => "    " + Reason(use)).Distinct());
            }
        }

        return lines;
    }

    private static string Reason(ScopeUse use) => use switch
    {
        { Note: { } note } => note,
        { Operation: null } => $"{use.Endpoint} is guarded",
        _ => $"{use.Endpoint ?? use.Caller} calls {use.Operation}",
    };
}
