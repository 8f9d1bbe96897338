using System.Net.Sockets;
using System.Text;

namespace DoOAuth.Tests.Wire;

/// <summary>Sends a request as it is written, which no client would: clients tidy addresses and headers up.</summary>
internal static class RawRequest
{
    /// <param name="app">Where to.</param>
    /// <param name="target">The request line's target, byte by byte.</param>
    /// <param name="headers">Lines beside Host and Connection.</param>
    public static async Task<Page> GetAsync(Uri app, string target, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Host, app.Port);
        await using var stream = client.GetStream();
        var lines = string.Join("\r\n", [$"GET {target} HTTP/1.1", $"Host: {app.Authority}", "Connection: close", .. headers]);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(lines + "\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return Parse(app, await reader.ReadToEndAsync());
    }

    private static Page Parse(Uri app, string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = answer[..end].Split("\r\n");
        var headers = lines[1..].Select(line => line.Split(": ", 2)).GroupBy(pair => pair[0], pair => pair[1])
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group], StringComparer.OrdinalIgnoreCase);
        return new Page(app, Enum.Parse<System.Net.HttpStatusCode>(lines[0].Split(' ')[1]), headers, answer[(end + 4)..]);
    }
}
