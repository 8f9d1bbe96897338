using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>A part of a string: text that is known, or a hole that something unknown fills.</summary>
/// <param name="Text">The known text, or null for a hole.</param>
/// <param name="Parameter">The parameter of the enclosing method that fills the hole, if there is one.</param>
/// <param name="IsQuery">Whether a query fills the hole, judging by its type or name. It ends the path, with or without a <c>?</c>.</param>
/// <param name="IsValue">Whether a number or similar value fills the hole, judging by its type.</param>
/// <param name="Limit">The limit that was reached, so that the hole is one.</param>
/// <param name="Source">Who decides the text that fills the hole, if it is not the code.</param>
internal readonly record struct TextPiece(string? Text, IParameterSymbol? Parameter = null, bool IsQuery = false, bool IsValue = false, ReachedLimit? Limit = null, TextSource? Source = null)
{
    public bool IsHole => Text is null;

    /// <summary>A text that fills the hole. It stays where it is put into a longer one, unless it is one itself.</summary>
    public TextPattern Take(TextPattern text) => Source is { Place: { } place } && text.Source is { } source
        ? text.WithSource(source with { Place = place, Escape = source.Escape ?? Source.Escape })
        : text;
}
