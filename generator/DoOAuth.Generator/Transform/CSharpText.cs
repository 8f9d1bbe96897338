using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Generator.Transform;

/// <summary>Writes values for code and doc comments, whatever characters they contain.</summary>
internal static class CSharpText
{
    /// <summary>The value as a string literal on one line.</summary>
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>The value as text of a doc comment on one line.</summary>
    public static string Documentation(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            _ = character switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '\u2028' or '\u2029' or '\ufffe' or '\uffff' => text.Append('\ufffd'),
                _ when char.IsControl(character) || char.IsSurrogate(character) => text.Append('\ufffd'),
                _ => text.Append(character),
            };
        }

        return text.ToString();
    }
}
