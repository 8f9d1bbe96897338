using System.Collections.Immutable;
using DoOAuth.Catalog;

namespace DoOAuth.CodeFixes.Choices;

/// <summary>The ways to fulfill a diagnostic's requirement.</summary>
internal static class Combinations
{
    // Each is an action in the menu, and a longer menu does not help.
    private const int Most = 6;

    /// <summary>
    /// Each list of names that is sufficient. In the notation of <c>operations.tsv</c>, a space means that both are needed, a bar
    /// that one is sufficient: <c>a b</c> and <c>a c</c> are sufficient for <c>a b|c</c>.
    /// </summary>
    public static IReadOnlyList<ImmutableArray<string>> Of(string? notation)
    {
        IEnumerable<ImmutableArray<string>> combinations = [[]];
        foreach (var anyOf in ScopeRequirement.Parse(notation ?? "").AllOf)
        {
            combinations = [.. combinations.SelectMany(_ => anyOf, (begun, name) => begun.Contains(name) ? begun : begun.Add(name)).Take(Most)];
        }

        return [.. combinations.Where(combination => !combination.IsEmpty)];
    }
}
