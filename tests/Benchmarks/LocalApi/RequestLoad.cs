using System.Net.Sockets;
using System.Text;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>
/// Sends the same request again and again on some connections that stay open, and reads each response to its end. It does little beside
/// that, because it shares the processors with the server.
/// </summary>
internal sealed class RequestLoad(Uri address, string path, string token)
{
    private const int BufferSize = 2 * 1024 * 1024;
    private static readonly byte[] EndOfHeader = "\r\n\r\n"u8.ToArray();

    private readonly byte[] _request = Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\nAuthorization: Bearer {token}\r\n\r\n");

    /// <summary>Sends the requests.</summary>
    public Task RunAsync(int connections, int requestsOfEach) => Task.WhenAll(Enumerable.Range(0, connections).Select(_ => RunAsync(requestsOfEach)));

    private async Task RunAsync(int requests)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port);
        var stream = client.GetStream();
        var buffer = new byte[BufferSize];
        for (var request = 0; request < requests; request++)
        {
            await stream.WriteAsync(_request);
            await ReadAsync(stream, buffer);
        }
    }

    private async Task ReadAsync(NetworkStream stream, byte[] buffer)
    {
        var length = 0;
        do
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                throw new InvalidOperationException($"{address} closed the connection in the middle of a response.");
            }

            length += read;
        }
        while (!IsComplete(buffer.AsSpan(0, length)));
    }

    private bool IsComplete(ReadOnlySpan<byte> response)
    {
        var end = response.IndexOf(EndOfHeader);
        if (end < 0)
        {
            return false;
        }

        var header = Encoding.ASCII.GetString(response[..end]);
        if (!header.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{address} answers {path} with: {header.Split('\r')[0]}");
        }

        const string Length = "\r\ncontent-length:";
        var at = header.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? response.EndsWith("\r\n0\r\n\r\n"u8)
            : response.Length >= end + EndOfHeader.Length + int.Parse(header[(at + Length.Length)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
