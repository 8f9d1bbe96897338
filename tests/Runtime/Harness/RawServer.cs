using System.Net;
using System.Net.Sockets;

namespace DoOAuth.Tests.Harness;

/// <summary>Sends the same bytes to every client that connects, whether they are HTTP or not.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public RawServer(byte[] bytes)
    {
        _listener.Start();
        _serving = ServeAsync(bytes);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync(byte[] bytes)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();

                // The request comes first, or the client takes the answer for somebody else's.
                await stream.ReadAtLeastAsync(new byte[4096], 1);
                await stream.WriteAsync(bytes);
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }
}
