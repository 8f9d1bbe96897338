using System.Collections.Immutable;
using DoOAuth.Catalog;

namespace DoOAuth.CodeFixes.Choices;

/// <summary>The ways to meet what a diagnostic asks for.</summary>
internal static class Combinations
{
    // One action each: a longer menu helps nobody.
    private const int Most = 6;

    /// <summary>
    /// Each list of names that suffices. In the notation of <c>operations.tsv</c> a space means that both are needed, a
    /// bar that either will do: <c>a b|c</c> is met by <c>a b</c> and by <c>a c</c>.
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
