using FsCheck;
using FsCheck.Fluent;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>Values where a certain kind of value is expected, as raw JSON that need not be valid.</summary>
internal static class RandomJson
{
    /// <summary>A value of any kind that holds <paramref name="text"/> where it can hold text.</summary>
    public static Gen<string> Value(Gen<string> text) => Gen.Frequency(
        (6, text.Select(RandomText.Json)),
        (4, Gen.Elements("null", "true", "false", "0", "-1", "1", "3600", "2592000.5", "1e5", "1e999", "-1e999", "99999999999999999999", "[]", "{}", "\"\"")),
        (2, text.Select(RandomText.Json).ArrayOf().Select(items => $"[{string.Join(',', items)}]")),
        (2, text.Select(RandomText.Json).Select(inner => $$"""{"value":{{inner}},"value":1}""")),
        (1, Deep),
        (1, text.Select(raw => $"\"{raw}\"")),
        (1, Gen.Elements("", "NaN", "Infinity", "01", "0x10", "'single'", "\"\\x\"", "\"\\ud800\"", "\"\\", "undefined", "nul", "1,", "/**/1", "[1,]", "\"\t\"")));

    private static Gen<string> Deep { get; } =
        from depth in Gen.Elements(3, 60, 63, 64, 65, 2000)
        from bracket in Gen.Elements(("[", "]"), ("{\"a\":", "}"))
        from inner in Gen.Elements("1", "", "\"x\"")
        select string.Concat(Enumerable.Repeat(bracket.Item1, depth)) + inner + string.Concat(Enumerable.Repeat(bracket.Item2, depth));
}
