using System.Text;

namespace DoOAuth;

/// <summary>Reads what <see cref="TicketWriter"/> wrote.</summary>
internal ref struct TicketReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _left = data;

    /// <exception cref="IndexOutOfRangeException">The ticket ends before it should.</exception>
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

    /// <exception cref="IndexOutOfRangeException">The ticket ends before it should, or names a text that there is not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Likewise.</exception>
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
