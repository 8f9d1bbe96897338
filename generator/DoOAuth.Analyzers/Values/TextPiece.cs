using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>A part of a string: text that is known, or a hole that something unknown fills.</summary>
/// <param name="Text">The known text, or nothing for a hole.</param>
/// <param name="Parameter">The parameter of the enclosing method that fills the hole, where one does.</param>
/// <param name="IsQuery">Whether what fills the hole is a query by its type or name: it ends the path, with or without a <c>?</c>.</param>
/// <param name="IsValue">Whether what fills the hole is a number or the like by its type.</param>
internal readonly record struct TextPiece(string? Text, IParameterSymbol? Parameter = null, bool IsQuery = false, bool IsValue = false)
{
    public bool IsHole => Text is null;
}
