namespace DoOAuth.Catalog;

/// <summary>Finds the scope that was probably intended.</summary>
internal static class NearestScope
{
    // Words of other APIs and of DigitalOcean's own older names, for the four words that its scopes use.
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["add"] = "create",
        ["new"] = "create",
        ["get"] = "read",
        ["list"] = "read",
        ["view"] = "read",
        ["change"] = "update",
        ["edit"] = "update",
        ["modify"] = "update",
        ["write"] = "update",
        ["destroy"] = "delete",
        ["remove"] = "delete",
    };

    /// <summary>The current scope that is most similar to the text, or null if none is similar.</summary>
    public static string? To(string written, ScopeCatalog catalog)
    {
        var plain = Plain(written);
        var variations = Variations(plain);
        foreach (var variation in variations)
        {
            var exact = catalog.Entries.FirstOrDefault(entry => Singular(entry.Name) == Singular(variation));
            if (exact is not null)
            {
                return exact.RenamedTo ?? exact.Name;
            }
        }

        // Up to three different letters can be a typo. More than that is another word.
        var nearest = catalog.Current
            .Select(entry => (entry.Name, Distance: variations.Min(variation => Spelling.Distance(Singular(variation), Singular(entry.Name)))))
            .Where(candidate => candidate.Distance <= Math.Max(1, plain.Length / 4))
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate => Spelling.SharedPrefix(candidate.Name, plain))
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name;
    }

    /// <summary>The current scopes of the resource in the text, for when only the action is wrong and cannot be guessed.</summary>
    public static IReadOnlyList<string> OfSameResource(string written, ScopeCatalog catalog)
    {
        var resource = ScopeName.ResourceOf(Plain(written));
        return resource is null
            ? []
            : [.. catalog.Current.Select(entry => entry.Name).Where(name => ScopeName.ResourceOf(name) is { } other && Singular(other) == Singular(resource))];
    }

    // The text itself, the usual word for its verb, and both in reverse order, as in read:droplet.
    private static List<string> Variations(string plain)
    {
        List<string> variations = [plain];
        if (ScopeName.ResourceOf(plain) is { } first)
        {
            var second = ScopeName.ActionOf(plain);
            variations.Add($"{first}:{Verb(second)}");
            variations.Add($"{second}:{Verb(first)}");
        }

        return variations;
    }

    private static string Verb(string word) => Verbs.TryGetValue(word, out var verb) ? verb : word;

    // Lower case, with uniform separators: DigitalOcean uses '_' in a word and ':' between the two words.
    private static string Plain(string text)
    {
        var plain = text.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
        return plain.Contains(':') ? plain : plain.Replace('.', ':').Replace('/', ':');
    }

    private static string Singular(string scope) =>
        string.Join(":", scope.Split(':').Select(part => part.Replace('-', '_').TrimEnd('s')));
}
