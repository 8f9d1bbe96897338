using DoOAuth.ApiSource.Model;

namespace DoOAuth.ApiSource.Writing;

/// <summary>
/// Writes texts with known values. They are structs around a text and not enums, because DigitalOcean adds values all the time: an enum would lose a new
/// value or refuse it.
/// </summary>
internal static class KnownTextWriter
{
    /// <summary>The file of a type.</summary>
    public static SourceFile Write(KnownText type)
    {
        var name = type.Name;
        var code = SourceFile.Start("DoOAuth.Api.Models", "System", "System.Text.Json", "System.Text.Json.Serialization");
        code.Line($"/// <summary><c>{Literals.Xml(type.Key)}</c>: a text with known values. A value that DigitalOcean adds later is kept as it is.</summary>")
            .Line($"[JsonConverter(typeof(DigitalOceanJsonConverter<{name}>))]")
            .Line($"public readonly record struct {name} : IDigitalOceanText, IDigitalOceanJson<{name}>")
            .Block(body => WriteBody(body, type));
        return new SourceFile($"Models/{name}.g.cs", code.ToString());
    }

    private static void WriteBody(CodeText code, KnownText type)
    {
        var name = type.Name;
        code.Line("private readonly string? _value;").Line()
            .Line("/// <summary>Creates a value, also one that has no member here.</summary>")
            .Line("/// <param name=\"value\">The text.</param>")
            .Line("/// <exception cref=\"ArgumentNullException\">The text is null.</exception>")
            .Line($"public {name}(string value)")
            .Block(body => body.Line("ArgumentNullException.ThrowIfNull(value);").Line("_value = value;")).Line();
        foreach (var (value, member) in type.Values)
        {
            code.Line($"/// <summary><c>{Literals.Xml(value)}</c>.</summary>").Line($"public static {name} {member} => new({Literals.Text(value)});").Line();
        }

        code.Line("/// <summary>The text.</summary>").Line("public string Value => _value ?? \"\";").Line()
            .Line("/// <summary>Converts a text.</summary>").Line("/// <param name=\"value\">The text.</param>")
            .Line($"public static implicit operator {name}(string value) => new(value);").Line()
            .Line("/// <summary>The text.</summary>").Line("public override string ToString() => Value;").Line()
            .Line($"static bool IDigitalOceanJson<{name}>.TryReadJson(ref Utf8JsonReader reader, UnknownMembers unknown, out {name} value) => TryRead(ref reader, unknown, out value);").Line()
            .Line($"void IDigitalOceanJson<{name}>.WriteJson(Utf8JsonWriter writer) => writer.WriteStringValue(Value);").Line()
            .Line($"internal static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out {name} value)")
            .Block(body =>
            {
                body.Line("_ = unknown;").Line("value = default;").Line("if (reader.TokenType != JsonTokenType.String)").Block(inner => inner.Line("return false;")).Line();
                body.Line("// A known value needs no text of its own.").Line("value =");
                foreach (var (value, member) in type.Values)
                {
                    body.Inner($"reader.ValueTextEquals({Literals.Text(value)}u8) ? {member} :");
                }

                body.Inner("new(reader.GetString()!);").Line("return true;");
            });
    }
}
