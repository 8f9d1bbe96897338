using System.Buffers;
using System.Net;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>The body of an answer, in a pooled buffer that is cleared at the end, because answers can contain passwords.</summary>
internal sealed class ApiAnswer(HttpMethod method, string path, HttpStatusCode status) : IDisposable
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = [];
    private int _length;

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Receives the whole body.</summary>
    /// <exception cref="HttpRequestException">The body is larger than the client allows, or cannot be received.</exception>
    public static async Task<ApiAnswer> ReceiveAsync(HttpResponseMessage response, long limit, CancellationToken cancel)
    {
        var answer = new ApiAnswer(response.RequestMessage?.Method ?? HttpMethod.Get, response.RequestMessage?.RequestUri?.AbsolutePath ?? "", response.StatusCode);
        try
        {
            await answer.FillAsync(response.Content, limit, cancel).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <summary>Reads the body. An empty one is an empty object: some operations have no body, although the description has an object.</summary>
    /// <exception cref="DigitalOceanApiException">The body is not JSON of the expected kind.</exception>
    public T Read<T, TFormat>(UnknownMembers unknown)
        where TFormat : IJsonFormat<T>
    {
        var bytes = Bytes.Span;
        bytes = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        var reader = new Utf8JsonReader(bytes.IsEmpty ? "{}"u8 : bytes);
        try
        {
            if (reader.Read() && TFormat.TryRead(ref reader, unknown, out var value))
            {
                return value;
            }
        }
        catch (JsonException exception)
        {
            throw new DigitalOceanApiException($"DigitalOcean's answer to {method} {path} is not valid JSON.", exception) { StatusCode = status };
        }

        throw new DigitalOceanApiException($"DigitalOcean's answer to {method} {path} is JSON, but not an object.") { StatusCode = status };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            _buffer.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(_buffer);
            (_buffer, _length) = ([], 0);
        }
    }

    private async Task FillAsync(HttpContent content, long limit, CancellationToken cancel)
    {
        var stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            Grow((int)Math.Clamp((content.Headers.ContentLength ?? 0) + 1, 4096, 1 << 20));
            int read;
            while ((read = await stream.ReadAsync(_buffer.AsMemory(_length), cancel).ConfigureAwait(false)) > 0)
            {
                _length += read;
                if (_length > limit)
                {
                    throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The answer is larger than the client's limit of {limit} bytes.");
                }

                if (_length == _buffer.Length)
                {
                    Grow(_length * 2);
                }
            }
        }
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        var (old, length) = (_buffer, _length);
        old.AsSpan(0, length).CopyTo(larger);
        Dispose();
        (_buffer, _length) = (larger, length);
    }
}
