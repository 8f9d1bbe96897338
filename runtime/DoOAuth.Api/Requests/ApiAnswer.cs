using System.Buffers;
using System.Net;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>The body of an answer, in a pooled buffer that is cleared at the end, because answers can contain passwords.</summary>
internal sealed class ApiAnswer(HttpMethod method, string path, HttpStatusCode status) : IDisposable
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private const int LongestError = 64 * 1024;

    private byte[] _buffer = [];
    private int _length;

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>The bytes of the body without a byte order mark.</summary>
    public ReadOnlySpan<byte> Json => Bytes.Span.StartsWith(ByteOrderMark) ? Bytes.Span[ByteOrderMark.Length..] : Bytes.Span;

    private string Name => $"{method} {path}";

    /// <summary>The next size of the buffer: at most the longest array that .NET has.</summary>
    internal static int Larger(int size) => (int)Math.Min(2L * size, Array.MaxLength);

    /// <summary>Receives the whole body.</summary>
    /// <exception cref="HttpRequestException">The body is larger than the client allows, or cannot be received.</exception>
    public static async Task<ApiAnswer> ReceiveAsync(HttpResponseMessage response, long limit, CancellationToken cancel)
    {
        var answer = Of(response);
        try
        {
            if (!await answer.FillAsync(response.Content, Math.Min(limit, Array.MaxLength - 1), cancel).ConfigureAwait(false))
            {
                throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The answer is larger than the client's limit of {limit} bytes.");
            }

            return answer;
        }
        catch (IOException exception)
        {
            answer.Dispose();
            var error = (exception as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown;
            throw new HttpRequestException(error, $"DigitalOcean's answer to {answer.Name} broke off.", exception);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <summary>Receives the start of a body, or as much of it as comes: for an error, which counts without its body too.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="cancel">Ends the attempt, at the caller's wish or because it takes too long.</param>
    /// <param name="caller">The caller's wish alone.</param>
    public static async Task<ApiAnswer> ReceiveStartAsync(HttpResponseMessage response, CancellationToken cancel, CancellationToken caller)
    {
        var answer = Of(response);
        try
        {
            await answer.FillAsync(response.Content, LongestError, cancel).ConfigureAwait(false);
            return answer;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or HttpRequestException || (exception is OperationCanceledException && !caller.IsCancellationRequested))
        {
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
        var bytes = Json;
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
            throw Unexpected("is not valid JSON", exception);
        }
        catch (InvalidOperationException exception)
        {
            // The reader checks the bytes of a text, and surrogate pairs, only if the text is read.
            throw Unexpected("has a text that is not valid UTF-8", exception);
        }

        throw Unexpected("is JSON, but not an object");
    }

    /// <summary>The exception for an answer that is a success, but not what was asked for.</summary>
    public DigitalOceanApiException Unexpected(string what, Exception? cause = null) => new($"DigitalOcean's answer to {Name} {what}.", cause) { StatusCode = status };

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

    private static ApiAnswer Of(HttpResponseMessage response) =>
        new(response.RequestMessage?.Method ?? HttpMethod.Get, response.RequestMessage?.RequestUri?.AbsolutePath ?? "", response.StatusCode);

    // False if the body is larger than the limit. The buffer has the start of it then.
    private async Task<bool> FillAsync(HttpContent content, long limit, CancellationToken cancel)
    {
        var stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            Grow((int)Math.Clamp(content.Headers.ContentLength ?? 0, 4095, 1 << 20) + 1);
            int read;
            while ((read = await stream.ReadAsync(_buffer.AsMemory(_length), cancel).ConfigureAwait(false)) > 0)
            {
                _length += read;
                if (_length > limit)
                {
                    return false;
                }

                if (_length == _buffer.Length)
                {
                    Grow(Larger(_length));
                }
            }
        }

        return true;
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
