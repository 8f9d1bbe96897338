using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the results of methods on strings: the framework's by their names, the project's own by their bodies.</summary>
internal sealed class TextCalls(ValueReader values)
{
    private static readonly Regex Placeholders = new(@"\{\{|\}\}|\{(?<index>\d{1,2})(?<format>[,:][^{}]*)?\}", RegexOptions.CultureInvariant);

    public ImmutableArray<TextPattern> Read(IInvocationOperation call) => (call.TargetMethod.ContainingType, call.TargetMethod.Name) switch
    {
        ({ SpecialType: SpecialType.System_String }, "Concat") => Concat(Elements(call.Arguments, 0).Select(values.Texts)),
        ({ SpecialType: SpecialType.System_String }, "Join") => Join(call.Arguments),
        ({ SpecialType: SpecialType.System_String }, "Format") => Format(call),
        ({ SpecialType: SpecialType.System_String }, "Create") or ({ Name: "FormattableString" }, "Invariant") => values.Texts(call.Arguments[call.Arguments.Length - 1].Value),
        ({ SpecialType: SpecialType.System_String }, "Trim" or "TrimEnd" or "TrimStart") when call.Instance is { } text => Trimmed(call, values.Texts(text)),
        ({ SpecialType: SpecialType.System_String } or { Name: "Uri" }, "ToString") when call.Instance is { } text => values.Texts(text),
        ({ ContainingNamespace.Name: "System" }, "ToString") when call.Instance is { } value && TextReading.IsValue(value.Type) => [TextPattern.Value],
        ({ Name: "Uri" }, "EscapeDataString") => [.. values.Texts(call.Arguments[0].Value).Select(Escaped)],
        ({ Name: "QueryHelpers" }, "AddQueryString") => Concat([values.Texts(call.Arguments[0].Value), [TextPattern.Of("?")], [TextPattern.Query]]),
        _ => OfBody(call),
    };

    private ImmutableArray<TextPattern> OfBody(IInvocationOperation call)
    {
        if (call.TargetMethod is { IsStatic: false, MethodKind: not MethodKind.LocalFunction })
        {
            return [HoleOf(call)];
        }

        var texts = MemberValues.Read(call.TargetMethod, call, HoleOf(call), values, values.Texts, SyntaxValues.Texts);
        if (!texts.Any(text => text.HasParameters))
        {
            return texts;
        }

        var arguments = new Dictionary<IParameterSymbol, ArgumentValues>(SymbolEqualityComparer.Default);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                arguments[parameter.OriginalDefinition] = values.Argument(argument.Value);
            }
        }

        return [.. texts.SelectMany(text => text.Substitute(arguments))];
    }

    private static TextPattern HoleOf(IInvocationOperation call) =>
        call.TargetMethod.Name.IndexOf("query", StringComparison.OrdinalIgnoreCase) >= 0 ? TextPattern.Query : TextPattern.Hole;

    private ImmutableArray<TextPattern> Join(ImmutableArray<IArgumentOperation> arguments)
    {
        var separator = values.Texts(arguments[0].Value);
        return Concat(Elements(arguments, 1).SelectMany((element, index) =>
            index == 0 ? [values.Texts(element)] : new[] { separator, values.Texts(element) }));
    }

    private ImmutableArray<TextPattern> Format(IInvocationOperation call)
    {
        var first = call.TargetMethod.Parameters.Length > 0 && call.TargetMethod.Parameters[0].Name == "provider" ? 1 : 0;
        if (call.Arguments.Length <= first || call.Arguments[first].Value.ConstantValue is not { HasValue: true, Value: string format })
        {
            return [TextPattern.Hole];
        }

        var elements = Elements(call.Arguments, first + 1).ToList();
        var (parts, position) = (new List<ImmutableArray<TextPattern>>(), 0);
        foreach (Match match in Placeholders.Matches(format))
        {
            parts.Add([TextPattern.Of(format.Substring(position, match.Index - position))]);
            position = match.Index + match.Length;
            parts.Add(
                !match.Groups["index"].Success ? [TextPattern.Of(match.Value.Substring(1))]
                : int.Parse(match.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) is var index
                  && index < elements.Count && !match.Groups["format"].Success ? values.Texts(elements[index])
                : [TextPattern.Hole]);
        }

        parts.Add([TextPattern.Of(format.Substring(position))]);
        return Concat(parts);
    }

    // The elements of an array that is not written in the code cannot be counted, so it is one hole.
    private static IEnumerable<IOperation> Elements(ImmutableArray<IArgumentOperation> arguments, int first) =>
        arguments.Skip(first).SelectMany(argument => Branches.Unconverted(argument.Value) switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
            ICollectionExpressionOperation { Elements: var elements } => elements,
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

    private static TextPattern Escaped(TextPattern text) => text.Literal is { } known ? TextPattern.Of(Uri.EscapeDataString(known)) : TextPattern.Hole;

    private static ImmutableArray<TextPattern> Concat(IEnumerable<ImmutableArray<TextPattern>> parts) =>
        parts.Aggregate(ImmutableArray.Create(TextPattern.Empty), TextPattern.Combine);
}
