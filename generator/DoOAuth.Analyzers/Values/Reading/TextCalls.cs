using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the results of methods on strings: the framework's by their names, the project's own by their bodies.</summary>
internal sealed class TextCalls(ValueReader values, SourceReading sources)
{
    private static readonly Regex Placeholders = new(@"\{\{|\}\}|\{(?<index>\d{1,2})(?<format>[,:][^{}]*)?\}", RegexOptions.CultureInvariant);

    public ImmutableArray<TextPattern> Read(IInvocationOperation call) => (call.TargetMethod.ContainingType, call.TargetMethod.Name) switch
    {
        ({ SpecialType: SpecialType.System_String }, "Concat") when call.Arguments is [{ Value: var parts }] && ElementReading.EscapedIn(parts) is { } collection => [TextPattern.OfElements(collection, "")],
        ({ SpecialType: SpecialType.System_String }, "Concat") when call.Arguments is [{ Value: var parts }] && ElementReading.PrefixedIn(parts) is var (collection, before) =>
            [TextPattern.Of(before).Append(TextPattern.OfElements(collection, before))],
        ({ SpecialType: SpecialType.System_String }, "Concat") => Concat(Elements(call.Arguments, 0).Select(values.PartTexts)),
        ({ SpecialType: SpecialType.System_String }, "Join") => Join(call.Arguments),
        ({ SpecialType: SpecialType.System_String }, "Format") => Format(call),
        ({ SpecialType: SpecialType.System_String }, "Create") or ({ Name: "FormattableString" }, "Invariant") => values.Texts(call.Arguments[call.Arguments.Length - 1].Value),
        ({ SpecialType: SpecialType.System_String }, "Trim" or "TrimEnd" or "TrimStart") when call.Instance is { } text => Trimmed(call, values.Texts(text)),
        ({ SpecialType: SpecialType.System_String } or { Name: "Uri" }, "ToString") when call.Instance is { } text => values.Texts(text),
        ({ SpecialType: SpecialType.System_Enum }, "ToString") when call is { Arguments.IsEmpty: true, Instance: { Type.TypeKind: TypeKind.Enum } name } => values.Texts(name),
        ({ ContainingNamespace.Name: "System" }, "ToString") when call.Instance is { } value && TextReading.IsValue(value.Type) => [TextPattern.Value],
        ({ SpecialType: SpecialType.System_String }, "Substring" or "Remove") when call.Instance is { } text => TextParts.Of(values.Texts(text), call),
        ({ Name: "CompositeFormat" }, "Parse") when call.Arguments.Length > 0 => values.Texts(call.Arguments[0].Value),
        ({ SpecialType: SpecialType.System_String }, "Replace") when call.Instance is { } text => Replaced(call, values.Texts(text)),
        ({ SpecialType: SpecialType.System_String }, "ToLower" or "ToLowerInvariant") when call.Instance is { } text =>
            [.. values.Texts(text).Select(one => one.Lowered())],
        ({ SpecialType: SpecialType.System_String }, "ToUpper" or "ToUpperInvariant") when call.Instance is { } text =>
            [.. values.Texts(text).Select(one => one.Select(known => known.ToUpperInvariant()))],
        ({ Name: "StringBuilder" }, _) when call.Instance is { } builder => OfBuilder(call, builder),
        ({ Name: "UriBuilder" }, "ToString") when call.Instance is { } address => values.Texts(address),
        ({ Name: "Uri" }, "EscapeDataString") => [.. values.Texts(call.Arguments[0].Value).Select(text => Escaped(text, call))],
        ({ Name: "WebUtility" or "HttpUtility" }, "UrlEncode") or ({ Name: "UrlEncoder" or "TextEncoder" }, "Encode") when call.TargetMethod.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..] => [.. values.Texts(call.Arguments[0].Value).Select(text => Escaped(text, call))],
        ({ Name: "Convert", ContainingNamespace.Name: "System" }, "ToString") when call.Arguments.Length > 0 => values.Texts(call.Arguments[0].Value),
        ({ Name: "DigitalOceanPath" }, "Segment") => [.. values.Texts(call.Arguments[0].Value).Select(Segment)],
        ({ Name: "QueryHelpers" }, "AddQueryString") => Concat([values.Texts(call.Arguments[0].Value), [TextPattern.Of("?")], [TextPattern.Query]]),
        ({ Name: "Enumerable" }, _) or (_, "GetValueOrDefault") when values.Collections.FoundBy(call) is { IsEmpty: false } elements => [.. elements.SelectMany(element => values.Texts(element)).Distinct()],
        _ => values.Members.Read(call, HoleOf(call), values.Texts, parameter => TextPattern.Of(parameter)),
    };

    /// <summary>The text in a <c>StringBuilder</c> after one of its methods; nothing for one that leaves it alone.</summary>
    public ImmutableArray<TextPattern>? Appended(ImmutableArray<TextPattern> before, IInvocationOperation call, bool isInLoop) => call.TargetMethod.Name switch
    {
        _ when call.TargetMethod.ContainingType.Name != "StringBuilder" => null,
        "Append" when call.Arguments is [{ Value: var added }] => TextPattern.Combine(before, isInLoop ? [TextPattern.Hole] : values.PartTexts(added)),
        "Append" when call.Arguments is [{ Parameter.Type.Name: "IFormatProvider" }, { Value: var formatted }] => TextPattern.Combine(before, isInLoop ? [TextPattern.Hole] : values.PartTexts(formatted)),
        "AppendJoin" => TextPattern.Combine(before, isInLoop ? [TextPattern.Hole] : Join(call.Arguments)),
        "Insert" when call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: 0 } }, { Value: var added }] && !isInLoop => TextPattern.Combine(values.PartTexts(added), before),
        "AppendFormat" => TextPattern.Combine(before, isInLoop ? [TextPattern.Hole] : Format(call)),
        "Replace" => Replaced(call, before),
        "Clear" => [TextPattern.Empty],
        "ToString" or "EnsureCapacity" or "Equals" or "GetHashCode" => null,
        _ => [TextPattern.Hole],
    };

    private ImmutableArray<TextPattern> OfBuilder(IInvocationOperation call, IOperation builder) =>
        call is { TargetMethod.Name: "ToString", Arguments.Length: 2 } ? TextParts.Of(values.Texts(builder), call)
        : Appended(values.Texts(builder), call, isInLoop: false) ?? values.Texts(builder);

    private ImmutableArray<TextPattern> Replaced(IInvocationOperation call, ImmutableArray<TextPattern> texts) =>
        call.Arguments is [{ Value: var old }, { Value: var replacement }, .. { Length: < 2 } rest] && values.Texts(old) is [{ Literal: { Length: > 0 } said }] && ComparisonOf(rest) is { } comparison
            ? [.. texts.SelectMany(text => (said.Contains('.') ? text.WithSource(null) : text).Replace(said, values.PartTexts(replacement), comparison))]
            : [TextPattern.Hole];

    // How Replace compares; null if that is not known, or depends on a culture.
    private static StringComparison? ComparisonOf(ImmutableArray<IArgumentOperation> rest) => rest is not [{ Value.ConstantValue: var constant }] ? StringComparison.Ordinal
        : constant.Value is (int)StringComparison.Ordinal ? StringComparison.Ordinal
        : constant.Value is (int)StringComparison.OrdinalIgnoreCase ? StringComparison.OrdinalIgnoreCase
        : null;

    private TextPattern HoleOf(IInvocationOperation call) =>
        call.TargetMethod.Name.IndexOf("query", StringComparison.OrdinalIgnoreCase) >= 0 ? TextPattern.Query
        : sources.Of(call) is { } source ? TextPattern.Of(source) : TextPattern.Hole;

    private ImmutableArray<TextPattern> Join(ImmutableArray<IArgumentOperation> arguments)
    {
        var separator = values.Texts(arguments[0].Value);
        if (arguments.Length == 2 && separator is [{ Literal: { } known }] && ElementReading.EscapedIn(arguments[1].Value) is { } collection)
        {
            return [TextPattern.OfElements(collection, known)];
        }

        var elements = Elements(arguments, 1).ToList();
        return Concat(elements.SelectMany((element, index) =>
            (separator is [{ Literal: { } between }] && index == elements.Count - 1 && SpreadIn(element) is { } last ? [TextPattern.OfElements(last, between)] : values.PartTexts(element)) is var texts
            && index == 0 ? [texts] : new[] { separator, texts }));
    }

    // As in [root, .. segments]. A path with nothing behind its last slash is the same as one without it.
    private static IParameterSymbol? SpreadIn(IOperation element) => element is ISpreadOperation { Operand: var spread } ? ElementReading.CollectionIn(spread) : null;

    private ImmutableArray<TextPattern> Format(IInvocationOperation call)
    {
        var first = call.TargetMethod.Parameters.Length > 0 && call.TargetMethod.Parameters[0].Name == "provider" ? 1 : 0;
        if (call.Arguments.Length <= first)
        {
            return [TextPattern.Hole];
        }

        return
        [
            .. values.Texts(call.Arguments[first].Value)
                .SelectMany(text => text.Literal is { } format ? Format(call, first, format) : [TextPattern.Hole])
                .Distinct(),
        ];
    }

    private ImmutableArray<TextPattern> Format(IInvocationOperation call, int first, string format)
    {
        var elements = Elements(call.Arguments, first + 1).ToList();
        var (parts, position) = (new List<ImmutableArray<TextPattern>>(), 0);
        foreach (Match match in Placeholders.Matches(format))
        {
            parts.Add([TextPattern.Of(format.Substring(position, match.Index - position))]);
            position = match.Index + match.Length;
            parts.Add(
                !match.Groups["index"].Success ? [TextPattern.Of(match.Value.Substring(1))]
                : int.Parse(match.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) is var index
                  && index < elements.Count && !match.Groups["format"].Success ? values.PartTexts(elements[index])
                : [TextPattern.Hole]);
        }

        parts.Add([TextPattern.Of(format.Substring(position))]);
        return Concat(parts);
    }

    // The elements of an array that is not written out cannot be counted, so it is one hole.
    private IEnumerable<IOperation> Elements(ImmutableArray<IArgumentOperation> arguments, int first) =>
        arguments.Skip(first).SelectMany(argument => Branches.Unconverted(argument.Value) switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
            ICollectionExpressionOperation { Elements: var elements } => elements,
            { Type: { SpecialType: not SpecialType.System_String } } value when values.Origins(value).Length == 1 && values.Collections.ElementsOf(value) is { IsEmpty: false } elements => elements,
            var value => [value],
        });

    private static ImmutableArray<TextPattern> Trimmed(IInvocationOperation call, ImmutableArray<TextPattern> texts)
    {
        var isSlash = call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: '/' } }];
        var (start, end) = (call.TargetMethod.Name != "TrimEnd", call.TargetMethod.Name != "TrimStart");
        return isSlash || call.Arguments.IsEmpty
            ? [.. texts.Select(text => text.Trim(isSlash ? '/' : ' ', start, end))]
            : [TextPattern.Hole];
    }

    // What is escaped keeps its source: a segment of dots stays one.
    private static TextPattern Escaped(TextPattern text, IOperation call) =>
        text.Literal is { } known ? TextPattern.Of(Uri.EscapeDataString(known))
        : text.Source is { } source ? TextPattern.Of(source with { Escape = call.Syntax.GetLocation() })
        : TextPattern.Hole;

    private static TextPattern Segment(TextPattern text) => text.Literal is { Length: > 0 } known ? TextPattern.Of(Uri.EscapeDataString(known)) : TextPattern.Hole;

    private static ImmutableArray<TextPattern> Concat(IEnumerable<ImmutableArray<TextPattern>> parts) =>
        parts.Aggregate(ImmutableArray.Create(TextPattern.Empty), TextPattern.Combine);
}
