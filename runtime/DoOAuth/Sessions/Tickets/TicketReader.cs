using System.Text;

namespace DoOAuth;

/// <summary>Reads what <see cref="TicketWriter"/> wrote.</summary>
internal ref struct TicketReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _left = data;

    /// <exception cref="IndexOutOfRangeException">The ticket is truncated.</exception>
    public int Number()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var read = _left[0];
            _left = _left[1..];
            value |= (read & 0x7F) << shift;
            if (read <= 0x7F)
            {
                return value;
            }
        }
    }

    /// <exception cref="IndexOutOfRangeException">The ticket is truncated, or refers to a text that does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ticket is truncated, or refers to a text that does not exist.</exception>
    public string Text()
    {
        var head = Number();
        if ((head & 1) == 0)
        {
            return TicketTexts.At(head >> 1);
        }

        var length = head >> 1;
        var text = Encoding.UTF8.GetString(_left[..length]);
        _left = _left[length..];
        return text;
    }
}
