using System.Buffers;
using System.Text;

namespace DoOAuth;

/// <summary>Writes the parts of a ticket one after the other.</summary>
internal sealed class TicketWriter
{
    // Enough for any ticket, except those with unusually long tokens.
    private const int UsualLength = 512;

    private readonly ArrayBufferWriter<byte> _buffer = new(UsualLength);

    public TicketWriter(byte form) => Byte(form);

    /// <summary>Writes a number that is not negative, in as many bytes as necessary.</summary>
    public void Number(int value)
    {
        var left = (uint)value;
        while (left > 0x7F)
        {
            Byte((byte)(left | 0x80));
            left >>= 7;
        }

        Byte((byte)left);
    }

    /// <summary>Writes text: its index if it is well known, otherwise its length and content.</summary>
    public void Text(string text)
    {
        if (TicketTexts.PlaceOf(text) is { } place)
        {
            Number(place << 1);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Number((length << 1) | 1);
        _buffer.Advance(Encoding.UTF8.GetBytes(text, _buffer.GetSpan(length)));
    }

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    private void Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }
}
