using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>A part of a string: text that is known, or a hole that something unknown fills.</summary>
/// <param name="Text">The known text, or null for a hole.</param>
/// <param name="Parameter">The parameter of the enclosing method that fills the hole, if there is one.</param>
/// <param name="IsQuery">Whether a query fills the hole, judging by its type or name. It ends the path, with or without a <c>?</c>.</param>
/// <param name="IsValue">Whether a number or similar value fills the hole, judging by its type.</param>
/// <param name="Limit">The limit that was reached while the text was read, if that is why the text is unknown.</param>
/// <param name="Object">The parameter with the object of whose constructor <paramref name="Parameter"/> is; null if it is not known which object it is.</param>
/// <param name="Separator">What is between the elements that fill the hole, if <paramref name="Parameter"/> is a collection.</param>
/// <param name="Member">What the class of the object, or a type argument, fills the hole with; null if neither decides.</param>
/// <param name="IsLower">Whether what fills the hole is written in lower case.</param>
/// <param name="Source">Who decides the text that fills the hole: a caller, or the sender of a request. Null if the code does, or if that is unknown.</param>
/// <param name="Change">What is replaced in the text that fills the hole; null for nothing.</param>
internal readonly record struct TextPiece(string? Text, IParameterSymbol? Parameter = null, bool IsQuery = false, bool IsValue = false, ReachedLimit? Limit = null, IParameterSymbol? Object = null, string? Separator = null, TextMember? Member = null, bool IsLower = false, TextSource? Source = null, TextChange? Change = null)
{
    public bool IsHole => Text is null;

    /// <summary>What may fill the hole in a call with these arguments.</summary>
    public ImmutableArray<TextPattern> Given(CallArguments arguments)
    {
        if (Change is not null)
        {
            var piece = this;
            return [.. Change.Substitute(arguments).SelectMany(change => (piece with { Change = null }).Given(arguments).SelectMany(text => change.Of(text))).Distinct()];
        }

        if (Object is not null)
        {
            return arguments.ObjectFor(Object) is { } further
                ? [TextPattern.Of(this with { Object = further })]
                : TextsOfAll(arguments.OfObject(Object, Parameter!));
        }

        return Parameter is null || !arguments.Decides(Parameter) ? [TextPattern.Of(this)] : Texts(arguments.TryGet(Parameter, out var argument) ? argument : null);
    }

    private ImmutableArray<TextPattern> TextsOfAll(ImmutableArray<ArgumentValues?> given)
    {
        var results = ImmutableArray.CreateBuilder<TextPattern>();
        foreach (var one in given)
        {
            results.AddRange(Texts(one));
        }

        return [.. results.Distinct()];
    }

    private ImmutableArray<TextPattern> Texts(ArgumentValues? given)
    {
        if (Separator is { } separator)
        {
            return given is { Elements: { IsDefault: false } elements } ? TextPattern.Join(separator, elements) : [TextPattern.Hole];
        }

        if (given is null || given.Texts.IsEmpty)
        {
            return [IsQuery ? TextPattern.Query : TextPattern.Hole];
        }

        var isChecked = given.Texts.Any(text => !text.HasNoSource) && TextChecks.IsChecked(Parameter!);
        var results = ImmutableArray.CreateBuilder<TextPattern>(given.Texts.Length);
        foreach (var text in given.Texts)
        {
            results.Add(isChecked ? text.WithoutSources() : Take(IsLower ? text.Lowered() : text));
        }

        return results.MoveToImmutable();
    }

    /// <summary>The text that fills the hole. If the caller decides all of it, the place to report is still the one where the hole is part of a longer text.</summary>
    public TextPattern Take(TextPattern text) => Source is { Place: { } place } && text.Source is { } source
        ? text.WithSource(source with { Place = place, Escape = source.Escape ?? Source.Escape })
        : text;
}
