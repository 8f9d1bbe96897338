using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>Text as attackers, faulty servers and chance write it.</summary>
internal static class RandomText
{
    /// <summary>Any text: hostile, long, from everywhere, halves of characters among it.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (6, Gen.Elements(
            "", " ", "0", "null", "true", "[]", "{}", "undefined", "NaN", "-1", "1e999",
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}", "${jndi:ldap://x}", "' OR 1=1 --", "../../etc/passwd",
            "a\r\nSet-Cookie: evil=1", "a\nLocation: https://evil.example", "\0", "\u001b[31mred", "\u0085", "\u2028", "\u202Eevil", "\uFEFF", "\uD800", "\uDC00x", "🦈",
            "https://evil.example", "//evil.example", "%0d%0a", "%00", "%u0000", "%ff%fe", "é", "日本語", "=cmd|' /C calc'!A0", "chunks-3")),
        (3, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")),
        (1, from letter in Gen.Elements("x", "é", "\0", "%", "\uD800", " ")
            from length in Gen.Elements(255, 256, 257, 4096, 9000, 20_000)
            select string.Concat(Enumerable.Repeat(letter, length))));

    /// <summary>Text that must get nowhere: what the provider says for people, and what it issues.</summary>
    public static Gen<string> Marked(string marker) => Any.Select(text => marker + text);

    /// <summary>The text as JSON, all but plain letters escaped.</summary>
    public static string Json(string text)
    {
        var json = new StringBuilder("\"", text.Length + 2);
        foreach (var character in text)
        {
            _ = character is >= ' ' and < (char)127 and not ('"' or '\\')
                ? json.Append(character)
                : json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }

        return json.Append('"').ToString();
    }
}
