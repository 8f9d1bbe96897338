using System.Collections.Immutable;
using DoOAuth.CodeFixes.Choices;
using Microsoft.CodeAnalysis;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>One way to fix a report: guards to add to an endpoint.</summary>
/// <param name="Document">The endpoint's document.</param>
/// <param name="Target">What they are added to.</param>
/// <param name="Guards">The guards.</param>
internal abstract record GuardOption(Document Document, SyntaxNode Target, ImmutableArray<string> Guards)
{
    /// <summary>The guards as they are written.</summary>
    public abstract string Text { get; }

    /// <summary>The choice that this option means among the report's options.</summary>
    public Choice Among(IReadOnlyList<GuardOption> options, string variant) =>
        new(variant, Application: null, options.Count > 1 ? Text : null);

    /// <summary>
    /// The option to apply for each report: the only one, or the one that the user chose elsewhere. If another report already adds
    /// a guard that is sufficient for a report with alternatives, no other guard is needed.
    /// </summary>
    public static IEnumerable<GuardOption> Choose(IReadOnlyList<IReadOnlyList<GuardOption>> reports, Choice choice)
    {
        var certain = new HashSet<(SyntaxNode, string)>(reports
            .Where(options => options.Count == 1)
            .SelectMany(options => options[0].Guards.Select(guard => (options[0].Target, guard))));
        foreach (var options in reports)
        {
            var isMet = options.Count > 1 && options.Any(option => option.Guards.All(guard => certain.Contains((option.Target, guard))));
            if (!isMet && options.FirstOrDefault(option => choice.Includes(option.Among(options, choice.Variant))) is { } chosen)
            {
                yield return chosen;
            }
        }
    }
}
