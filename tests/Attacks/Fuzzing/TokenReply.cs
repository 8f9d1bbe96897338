using System.Text;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>What the provider answers to a token request, byte by byte.</summary>
internal sealed record TokenReply(int Status, string? ContentType, string? ContentEncoding, byte[] Body)
{
    private const int MostShown = 2000;

    public override string ToString()
    {
        var text = Encoding.Latin1.GetString(Body);
        return $"{Status} {ContentType} {ContentEncoding} {(text.Length > MostShown ? $"{text[..MostShown]}… ({text.Length} bytes)" : text)}";
    }
}
