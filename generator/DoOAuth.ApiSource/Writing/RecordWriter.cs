using DoOAuth.ApiSource.Model;

namespace DoOAuth.ApiSource.Writing;

/// <summary>Writes an object: its properties, and the code that reads and writes its JSON.</summary>
internal static class RecordWriter
{
    /// <summary>The most members that must be there or can be null: there is a bit for each.</summary>
    private const int MostFlags = 64;

    /// <summary>The file of a type.</summary>
    public static SourceFile Write(RecordType type)
    {
        var flags = type.Members.Where(HasFlag).Select((member, index) => (member, index)).ToDictionary(pair => pair.member, pair => pair.index);
        if (flags.Count > MostFlags)
        {
            throw new InvalidOperationException($"{type.Key} has {flags.Count} members that must be there or can be null, more than {MostFlags}.");
        }

        var code = SourceFile.Start(
            "DoOAuth.Api.Models", "System", "System.Collections.Generic", "System.Collections.ObjectModel", "System.Diagnostics.CodeAnalysis", "System.Text.Json", "System.Text.Json.Serialization");
        code.Line($"/// <summary><c>{Literals.Xml(type.Key)}</c> in DigitalOcean's API description.</summary>")
            .Line($"[JsonConverter(typeof(DigitalOceanJsonConverter<{type.Name}>))]")
            .Line($"public sealed record {type.Name} : DigitalOceanObject, IDigitalOceanJson<{type.Name}>{(type.Page is { } page ? $", IPage<{page.Item}>" : "")}")
            .Block(body =>
            {
                WriteConstructors(body, type, flags);
                WriteProperties(body, type, flags);
                WriteIdentity(body, type);
                WritePage(body, type);
                WriteReading(body, type);
                WriteWriting(body, type, flags);
            });
        return new SourceFile($"Models/{type.Name}.g.cs", code.ToString());
    }

    private static bool HasFlag(RecordMember member) => member.IsRequired || member.IsNullable;

    // Only objects of answers are made without their members.
    private static bool MustBeSet(RecordType type, RecordMember member) =>
        type.IsSent && member is { IsRequired: true, IsNullable: false, Fixed: null, Source: { IsReadOnly: false, Default: "" } };

    private static void WriteConstructors(CodeText code, RecordType type, Dictionary<RecordMember, int> flags)
    {
        var required = Flags(type.Members.Where(member => member.IsRequired), flags);
        var setsAll = type.Members.Any(member => MustBeSet(type, member));
        code.Line($"internal static readonly {type.Name} Empty = new(0);").Line()
            .Line("/// <summary>Creates an object without members.</summary>")
            .Line($"public {type.Name}()").Block(body => ExpectNone(body, required & ~FixedMembers(type, flags))).Line();
        var attribute = setsAll ? "[SetsRequiredMembers] " : "";
        code.Line($"{attribute}private {type.Name}(int nothing)").Block(body => body.Line($"ExpectNone(0x{required:X});").Line("_ = nothing;")).Line();
        code.Line($"{attribute}private {type.Name}(ref Utf8JsonReader reader, UnknownMembers unknown)").Block(body =>
        {
            ExpectNone(body, required);
            if (type.Members.Any(member => member.KindMember is not null))
            {
                body.Line("var start = reader;");
            }

            body.Line("while (NextMember(ref reader, out var name))").Block(loop => loop.Line("switch (name.Length)").Block(cases =>
            {
                foreach (var member in type.Members.OrderBy(member => ByteCount(member)))
                {
                    cases.Line($"case {ByteCount(member)} when name.SequenceEqual({Literals.Text(member.Source.Name)}u8):");
                    WriteCase(cases, type, member);
                }

                cases.Line("default:").Inner("Other(ref reader, name, unknown);").Inner("break;");
            }));
        }).Line();
    }

    private static void ExpectNone(CodeText code, ulong members)
    {
        if (members != 0)
        {
            code.Line($"ExpectNone(0x{members:X});");
        }
    }

    // A new object has them, because only one value makes sense.
    private static ulong FixedMembers(RecordType type, Dictionary<RecordMember, int> flags) =>
        Flags(type.Members.Where(member => member is { IsRequired: true, Fixed: not null }), flags);

    private static ulong Flags(IEnumerable<RecordMember> members, Dictionary<RecordMember, int> flags) =>
        members.Aggregate(0UL, (all, member) => all | (1UL << flags[member]));

    private static int ByteCount(RecordMember member) => System.Text.Encoding.UTF8.GetByteCount(member.Source.Name);

    private static void WriteCase(CodeText code, RecordType type, RecordMember member)
    {
        // A property with the name of the type would be meant.
        var qualifier = member.Type.IsOwn && type.Members.Any(other => other.Name == member.Type.Name) ? "global::DoOAuth.Api.Models." : "";
        var variable = Names.Identifier.Camel(member.Name) + "Value";
        var isNull = member.IsNullable ? "if (reader.TokenType == JsonTokenType.Null) " + member.Name + " = null; else " : "";
        var kind = member.KindMember is { } other ? $"Alternatives.Text(start, {Literals.Text(other)}u8), " : "";
        code.Inner($"{isNull}if ({qualifier}{member.Type.Reader}.TryRead(ref reader, unknown, {kind}out var {variable})) {member.Name} = {variable}; else Mistyped(ref reader, name);").Inner("break;");
    }

    private static void WriteProperties(CodeText code, RecordType type, Dictionary<RecordMember, int> flags)
    {
        foreach (var member in type.Members)
        {
            code.Line($"/// <summary><c>{Literals.Xml(member.Source.Name)}</c>: {Words(member)}</summary>");
            var mustBeSet = MustBeSet(type, member) ? "required " : "";
            var isOptional = !member.IsRequired || member.IsNullable;
            var typeName = member.Type.Name + (isOptional ? "?" : "");
            var get = !isOptional && member is { Type.Empty: { } empty, Fixed: null } ? $"get => field ?? {empty};" : "get;";
            var init = member.IsRequired ? $"init {{ field = value; Given({Literals.Bit(flags[member])}); }}"
                : member.IsNullable ? $"init {{ field = value; Null({Literals.Bit(flags[member])}, value is null); }}"
                : "init;";
            code.Line($"public {mustBeSet}{typeName} {member.Name} {{ {get} {init} }}{(member.Fixed is { } value ? $" = {value};" : "")}").Line();
        }
    }

    private static void WriteIdentity(CodeText code, RecordType type)
    {
        var members = type.Members.Where(member => member.Source.Name is "id" or "uuid" or "name" or "slug" && (member.Type == ClientType.Text || member.Type == ClientType.Int64)).ToList();
        if (members.Count > 0)
        {
            code.Line($"private protected override string Identity => Identify({string.Join(", ", members.Select(member => $"({Literals.Text(member.Name)}, {member.Name})"))});").Line();
        }
    }

    private static string Words(RecordMember member)
    {
        List<string> words = [member.Type.Words];
        if (member.IsRequired)
        {
            words.Add("always there");
        }

        if (member.IsNullable)
        {
            words.Add("can be null");
        }

        if (member.Source.IsReadOnly)
        {
            words.Add("only in answers");
        }

        if (member.Source.IsWriteOnly)
        {
            words.Add("only in requests");
        }

        return string.Join(", ", words) + (member.Source.Default.Length is > 0 and < 60 ? $". Default: <c>{Literals.Xml(member.Source.Default)}</c>." : ".");
    }

    private static void WritePage(CodeText code, RecordType type)
    {
        if (type.Page is not { } page)
        {
            return;
        }

        var empty = page.Items.Type.Empty;
        var items = page.Items.IsRequired && !page.Items.IsNullable ? page.Items.Name : $"{page.Items.Name} ?? {empty}";
        code.Line($"static string IPage<{page.Item}>.Member => {Literals.Text(page.Items.Source.Name)};").Line()
            .Line($"IReadOnlyCollection<{page.Item}> IPage<{page.Item}>.Items => {items};").Line()
            .Line($"PagePosition IPage<{page.Item}>.Position => new({page.HasLinks}, {page.Next ?? "null"}, {page.Page ?? "null"}, {page.Pages ?? "null"}, {page.Total ?? "null"}, {(page.HasNumbers ? "true" : "false")});").Line();
    }

    private static void WriteReading(CodeText code, RecordType type) => code
        .Line($"static bool IDigitalOceanJson<{type.Name}>.TryReadJson(ref Utf8JsonReader reader, UnknownMembers unknown, [MaybeNullWhen(false)] out {type.Name} value) =>")
        .Inner("TryRead(ref reader, unknown, out value);").Line()
        .Line($"internal static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, [NotNullWhen(true)] out {type.Name}? value)")
        .Block(body => body.Line($"value = reader.TokenType == JsonTokenType.StartObject ? new {type.Name}(ref reader, unknown) : null;").Line("return value is not null;")).Line();

    private static void WriteWriting(CodeText code, RecordType type, Dictionary<RecordMember, int> flags) => code
        .Line($"void IDigitalOceanJson<{type.Name}>.WriteJson(Utf8JsonWriter writer)")
        .Block(body =>
        {
            body.Line("writer.WriteStartObject();");
            foreach (var member in type.Members)
            {
                var literal = Literals.Text(member.Source.Name) + "u8";
                var types = $"<{member.Type.Name}, {member.Type.Format}>";
                if (member is { IsRequired: true, IsNullable: false })
                {
                    body.Line($"PutRequired{types}(writer, {literal}, {member.Name}, {Literals.Bit(flags[member])});");
                    continue;
                }

                body.Line($"Put{(member.Type.IsValue ? "Value" : "")}{types}(writer, {literal}, {member.Name});");
                if (member.IsNullable)
                {
                    var put = member.IsRequired ? "PutRequiredNull" : "PutNull";
                    body.Line($"if ({member.Name} is null)").Block(inner => inner.Line($"{put}(writer, {literal}, {Literals.Bit(flags[member])});"));
                }
            }

            body.Line("PutOthers(writer);").Line("writer.WriteEndObject();");
        });
}
