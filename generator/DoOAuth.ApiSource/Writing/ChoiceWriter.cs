using DoOAuth.ApiSource.Model;

namespace DoOAuth.ApiSource.Writing;

/// <summary>Writes a choice: a wrapper around one of several objects, to which each of them converts.</summary>
internal static class ChoiceWriter
{
    /// <summary>The file of a type.</summary>
    public static SourceFile Write(ChoiceType type)
    {
        var name = type.Name;
        var code = SourceFile.Start("DoOAuth.Api.Models", "System", "System.Diagnostics.CodeAnalysis", "System.Text.Json", "System.Text.Json.Serialization");
        var names = string.Join(", ", type.Alternatives.Select(alternative => $"<see cref=\"{alternative.Type.Name}\"/>"));
        code.Line($"/// <summary><c>{Literals.Xml(type.Key)}</c>: one of {names}. Each of them converts to it implicitly.</summary>")
            .Line($"[JsonConverter(typeof(DigitalOceanJsonConverter<{name}>))]")
            .Line($"public sealed record {name} : IDigitalOceanJson<{name}>")
            .Block(body =>
            {
                body.Line($"internal static readonly {name} Empty = new((object?)null);").Line();
                if (type.Chooser is null)
                {
                    body.Line("private static readonly string[][] Members =").Line("[");
                    foreach (var alternative in type.Alternatives)
                    {
                        body.Inner($"[{string.Join(", ", alternative.Members.Select(member => Literals.Text(member.Name + (member.IsRequired ? "!" : ""))))}],");
                    }

                    body.Line("];").Line();
                }

                body.Line($"private {name}(object? value)").Block(inner => inner.Line("Value = value;")).Line()
                    .Line($"/// <summary>The object: one of {names}.</summary>").Line("public object? Value { get; }").Line();
                foreach (var alternative in type.Alternatives)
                {
                    var other = alternative.Type.Name;
                    body.Line($"/// <summary>Wraps an object.</summary>").Line("/// <param name=\"value\">The object.</param>")
                        .Line($"public static implicit operator {name}({other} value) => new((object?)value ?? throw new ArgumentNullException(nameof(value)));").Line();
                }

                WriteReading(body, type);
                WriteReadingByKind(body, type);
                WriteWriting(body, type);
            });
        return new SourceFile($"Models/{name}.g.cs", code.ToString());
    }

    private static void WriteReading(CodeText code, ChoiceType type) => code
        .Line($"static bool IDigitalOceanJson<{type.Name}>.TryReadJson(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out {type.Name} value) =>")
        .Inner("TryRead(ref reader, unknown, out value);").Line()
        .Line($"internal static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, [NotNullWhen(true)] out {type.Name}? value)")
        .Block(body =>
        {
            body.Line("value = null;").Line("if (reader.TokenType != JsonTokenType.StartObject)").Block(inner => inner.Line("return false;")).Line();
            body.Line(type.Chooser is { } chooser ? $"switch (Alternatives.Text(reader, {Literals.Text(chooser)}u8))" : "switch (Alternatives.Best(reader, Members))");
            body.Block(cases =>
            {
                for (var index = 0; index < type.Alternatives.Count; index++)
                {
                    var (own, values, _) = type.Alternatives[index];
                    var labels = type.Chooser is null ? [index.ToString(System.Globalization.CultureInfo.InvariantCulture)] : values.Select(Literals.Text);
                    var variable = Names.Identifier.Camel(own.Name) + "Value";
                    cases.Line(index == type.Alternatives.Count - 1 ? "default:" : $"case {string.Join(" or ", labels)}:")
                        .Inner($"value = {own.Name}.TryRead(ref reader, unknown, out var {variable}) ? new {type.Name}((object){variable}) : null;").Inner("break;");
                }
            }).Line().Line("return value is not null;");
        }).Line();

    // For an object that is in another one with a member that says what it is.
    private static void WriteReadingByKind(CodeText code, ChoiceType type)
    {
        var known = type.Chooser is null ? type.Alternatives.Where(alternative => alternative.Values.Count > 0).ToList() : [];
        if (known.Count == 0)
        {
            return;
        }

        code.Line($"internal static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, string? kind, [NotNullWhen(true)] out {type.Name}? value)").Block(body =>
        {
            body.Line("switch (kind)").Block(cases =>
            {
                foreach (var (own, values, _) in known)
                {
                    var variable = Names.Identifier.Camel(own.Name) + "Value";
                    cases.Line($"case {string.Join(" or ", values.Select(Literals.Text))}:")
                        .Inner($"value = {own.Name}.TryRead(ref reader, unknown, out var {variable}) ? new {type.Name}((object){variable}) : null;").Inner("return value is not null;");
                }

                cases.Line("default:").Inner("return TryRead(ref reader, unknown, out value);");
            });
        }).Line();
    }

    private static void WriteWriting(CodeText code, ChoiceType type) => code
        .Line($"void IDigitalOceanJson<{type.Name}>.WriteJson(Utf8JsonWriter writer)")
        .Block(body => body.Line("switch (Value)").Block(cases =>
        {
            foreach (var own in type.Alternatives.Select(alternative => alternative.Type))
            {
                var variable = Names.Identifier.Camel(own.Name) + "Value";
                cases.Line($"case {own.Name} {variable}:").Inner($"{own.Format}.Write(writer, {variable});").Inner("break;");
            }

            cases.Line("default:").Inner("writer.WriteStartObject();").Inner("writer.WriteEndObject();").Inner("break;");
        }));
}
