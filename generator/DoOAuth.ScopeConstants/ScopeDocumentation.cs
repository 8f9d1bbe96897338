using DoOAuth.Catalog;

namespace DoOAuth.ScopeConstants;

/// <summary>Writes what the editor shows beside a scope.</summary>
internal static class ScopeDocumentation
{
    /// <summary>The lines of the doc comment, without the slashes.</summary>
    public static IEnumerable<string> Of(ScopeEntry entry, ScopeCatalog catalog)
    {
        yield return $"<summary><c>{entry.Name}</c>: {Meaning(entry.Name)}.</summary>";
        var remarks = Remarks(entry, catalog).ToList();
        if (remarks.Count == 0)
        {
            yield break;
        }

        yield return "<remarks>";
        foreach (var remark in remarks)
        {
            yield return $"<para>{remark}</para>";
        }

        yield return "</remarks>";
    }

    private static string Meaning(string scope) => scope switch
    {
        "read" => "reads everything; it covers every scope whose action begins with <c>read</c>",
        "api:read" => "reads everything, as <c>read</c> does: it covers every scope whose action begins with <c>read</c>",
        "write" => "changes everything; it covers every scope, the reading ones as well",
        "api:write" => "changes everything, as <c>write</c> does: it covers every scope, the reading ones as well",
        _ => ScopeName.ActionOf(scope) switch
        {
            "create" or "read" or "update" or "delete" => $"{ScopeName.ActionOf(scope)} access to {ScopeName.ToWords(ScopeName.ResourceOf(scope)!)}",
            var action => $"the action “{ScopeName.ToWords(action)}” on {ScopeName.ToWords(ScopeName.ResourceOf(scope)!)}",
        },
    };

    private static IEnumerable<string> Remarks(ScopeEntry entry, ScopeCatalog catalog)
    {
        switch (entry.Origin)
        {
            case ScopeOrigin.OAuth:
                yield return "From before there were scopes per resource. Ask for granular ones where you can: users grant what they read.";
                break;
            case ScopeOrigin.List:
                yield return "Only its name is known; what DigitalOcean requires beside it is not.";
                break;
        }

        if (entry.Required.Count > 0)
        {
            yield return $"DigitalOcean requires beside it: {Listed(entry.Required, catalog)}.";
        }

        if (entry.Associated.Count > 0)
        {
            yield return $"For full function, DigitalOcean associates it with: {Listed(entry.Associated, catalog)}.";
        }
    }

    // A name that leads nowhere is an error of its own (DATA001); an unresolved cref beside it would only add noise.
    private static string Listed(IReadOnlyList<string> scopes, ScopeCatalog catalog) =>
        string.Join(", ", scopes.Select(scope => catalog.Find(scope) is { IsCurrent: true }
            ? $"<see cref=\"global::DoOAuth.{ScopeConstant.Of(scope)}\"/>"
            : $"<c>{scope}</c>"));
}
