using DoOAuth.Catalog;

namespace DoOAuth.ScopeConstants;

/// <summary>Writes the documentation of a scope, which editors show.</summary>
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
        "read" => "read access to everything. It covers every scope whose action starts with <c>read</c>",
        "api:read" => "read access to everything, like <c>read</c>. It covers every scope whose action starts with <c>read</c>",
        "write" => "full access to everything. It covers every scope, including those to read",
        "api:write" => "full access to everything, like <c>write</c>. It covers every scope, including those to read",
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
                yield return "An older scope, which is not limited to a resource. Request scopes of a resource where possible, because users see what they grant.";
                break;
            case ScopeOrigin.List:
                yield return "Only the name of this scope is known. DigitalOcean may require other scopes too.";
                break;
        }

        if (entry.Required.Count > 0)
        {
            yield return $"DigitalOcean also requires: {Listed(entry.Required, catalog)}.";
        }

        if (entry.Associated.Count > 0)
        {
            yield return $"For full functionality, DigitalOcean associates it with: {Listed(entry.Associated, catalog)}.";
        }
    }

    // A name that does not exist is a separate error (DATA001). An unresolved cref would only add noise.
    private static string Listed(IReadOnlyList<string> scopes, ScopeCatalog catalog) =>
        string.Join(", ", scopes.Select(scope => catalog.Find(scope) is { IsCurrent: true }
            ? $"<see cref=\"global::DoOAuth.{ScopeConstant.Of(scope)}\"/>"
            : $"<c>{scope}</c>"));
}
