using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace DoOAuth.Sandbox.Pages;

/// <summary>A piece of HTML. Its interpolated strings encode every value that is not markup.</summary>
internal readonly record struct Markup(string Value)
{
    /// <summary>Creates markup from an interpolated string.</summary>
    public static Markup Of(Handler handler) => new(handler.ToString());

    /// <summary>Concatenates pieces of markup.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.Value)));

    /// <summary>Encodes interpolated values.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

        /// <summary>Appends literal text, which is markup.</summary>
        public void AppendLiteral(string literal) => _text.Append(literal);

        /// <summary>Appends text, which is encoded.</summary>
        public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

        /// <summary>Appends markup as it is.</summary>
        public void AppendFormatted(Markup markup) => _text.Append(markup.Value);

        /// <inheritdoc/>
        public override string ToString() => _text.ToString();
    }
}
