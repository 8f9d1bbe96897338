using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace DoOAuth.Sandbox.Pages;

/// <summary>A piece of HTML. In its interpolated strings everything is encoded that is not markup already.</summary>
internal readonly record struct Markup(string Value)
{
    /// <summary>Markup from an interpolated string.</summary>
    public static Markup Of(Handler handler) => new(handler.ToString());

    /// <summary>Pieces one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.Value)));

    /// <summary>Encodes what is interpolated.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

        /// <summary>What stands in the source is markup.</summary>
        public void AppendLiteral(string literal) => _text.Append(literal);

        /// <summary>Text is not.</summary>
        public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

        /// <summary>Markup is.</summary>
        public void AppendFormatted(Markup markup) => _text.Append(markup.Value);

        /// <inheritdoc/>
        public override string ToString() => _text.ToString();
    }
}
