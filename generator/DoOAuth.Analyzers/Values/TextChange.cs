using System.Collections.Immutable;

namespace DoOAuth.Analyzers.Values;

/// <summary>What the code replaces in a text that callers decide, or a class.</summary>
/// <param name="Before">What it replaces before that; null for nothing.</param>
/// <param name="Old">The text that is replaced.</param>
/// <param name="Replacement">What replaces it.</param>
/// <param name="Comparison">How occurrences are found.</param>
internal sealed record TextChange(TextChange? Before, string Old, TextPattern Replacement, StringComparison Comparison)
{
    /// <summary>The text after the change.</summary>
    public ImmutableArray<TextPattern> Of(TextPattern text) =>
        [.. (Before is null ? [text] : Before.Of(text)).SelectMany(one => one.Replace(Old, [Replacement], Comparison))];

    /// <summary>The changes with what a call passes.</summary>
    public ImmutableArray<TextChange> Substitute(CallArguments arguments) =>
    [
        .. from before in Before is null ? [null] : Before.Substitute(arguments).CastArray<TextChange?>()
           from replacement in Replacement.Substitute(arguments)
           select this with { Before = before, Replacement = replacement },
    ];

    /// <summary>The changes of an optional one.</summary>
    public static ImmutableArray<TextPattern> Apply(TextChange? change, TextPattern text) => change is null ? [text] : change.Of(text);
}
