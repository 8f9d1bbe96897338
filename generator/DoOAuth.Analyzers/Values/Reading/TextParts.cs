using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads parts of strings: ranges such as <c>path[1..]</c>, <c>Substring</c> and <c>Remove</c>.</summary>
internal static class TextParts
{
    /// <summary>What a range leaves of the texts.</summary>
    public static ImmutableArray<TextPattern> Of(ImmutableArray<TextPattern> texts, IRangeOperation range)
    {
        var (start, end) = (range.LeftOperand, range.RightOperand);
        return Of(texts, start is null ? 0 : FromStart(start), end is null ? 0 : FromEnd(end), end is null ? null : FromStart(end));
    }

    /// <summary>What <c>Substring</c>, <c>Remove</c> or a part of a <c>StringBuilder</c> leaves of the texts.</summary>
    public static ImmutableArray<TextPattern> Of(ImmutableArray<TextPattern> texts, IInvocationOperation call)
    {
        var (first, second) = (Number(call.Arguments.ElementAtOrDefault(0)?.Value), Number(call.Arguments.ElementAtOrDefault(1)?.Value));
        return (call.TargetMethod.Name, call.Arguments.Length) switch
        {
            ("Substring", 1) => Of(texts, first, 0, null),
            ("Substring" or "ToString", 2) => Of(texts, first, null, first + second),
            ("Remove", 1) => Of(texts, 0, null, first),
            ("Remove", 2) when first == 0 => Of(texts, second, 0, null),
            _ => Unknown(texts),
        };
    }

    // From a position to one from the end, or to one from the start.
    private static ImmutableArray<TextPattern> Of(ImmutableArray<TextPattern> texts, int? start, int? cutAtEnd, int? end) =>
        start is { } from && (cutAtEnd is not null || end is not null)
            ? [.. texts.Select(text => (end is { } to ? text.Until(to) : text.WithoutEnd(cutAtEnd!.Value))?.WithoutStart(from) ?? Unknown(text))]
            : Unknown(texts);

    private static ImmutableArray<TextPattern> Unknown(ImmutableArray<TextPattern> texts) => [.. texts.Select(Unknown).Distinct()];

    // A part of what a caller decides is the caller's as well.
    private static TextPattern Unknown(TextPattern text) => text.Source is { } source ? TextPattern.Of(source) : TextPattern.Hole;

    private static int? FromStart(IOperation index) => Number(Branches.Unconverted(index));

    private static int? FromEnd(IOperation index) => Branches.Unconverted(index) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var operand } ? Number(operand) : null;

    private static int? Number(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: int number } ? number : null;
}
