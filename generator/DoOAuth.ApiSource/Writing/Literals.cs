using System.Globalization;
using System.Security;
using System.Text;

namespace DoOAuth.ApiSource.Writing;

/// <summary>Texts as C# and as XML.</summary>
internal static class Literals
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed",
        "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>A C# literal.</summary>
    public static string Text(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            literal.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or > '~' => $"\\u{((int)letter).ToString("x4", CultureInfo.InvariantCulture)}",
                _ => letter.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>The text in a doc comment.</summary>
    public static string Xml(string text) => SecurityElement.Escape(text) ?? "";

    /// <summary>A name that can be a variable.</summary>
    public static string Variable(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>A flag of a bit.</summary>
    public static string Bit(int index) => string.Create(CultureInfo.InvariantCulture, $"1UL << {index}");
}
