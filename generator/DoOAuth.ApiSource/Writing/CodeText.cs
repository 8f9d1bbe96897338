using System.Text;

namespace DoOAuth.ApiSource.Writing;

/// <summary>Indented C#.</summary>
internal sealed class CodeText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line. An opening brace alone indents what follows, a closing one ends that.</summary>
    public CodeText Line(string text = "")
    {
        if (text is "}" or "};")
        {
            _depth--;
        }

        if (text.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(text);
        }

        _text.Append('\n');
        if (text == "{")
        {
            _depth++;
        }

        return this;
    }

    /// <summary>Writes a line that belongs to the line before.</summary>
    public CodeText Inner(string text)
    {
        _depth++;
        Line(text);
        _depth--;
        return this;
    }

    /// <summary>Writes lines between braces.</summary>
    public CodeText Block(Action<CodeText> inner)
    {
        Line("{");
        inner(this);
        return Line("}");
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}
