using System.Net;
using System.Net.Sockets;

namespace DoOAuth.Tests;

/// <summary>Whatever <see cref="DigitalOceanPath.Segment"/> lets through stays one segment of the path that <see cref="HttpClient"/> sends.</summary>
public sealed class Segments_of_paths
{
    private const string Folder = "/v2/droplets/";

    [Theory]
    [InlineData("3164444", "3164444")]
    [InlineData("ubuntu-24-04-x64", "ubuntu-24-04-x64")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("a b?c#d", "a%20b%3Fc%23d")]
    [InlineData("...", "...")]
    [InlineData("v1.2..3", "v1.2..3")]
    [InlineData("100%", "100%25")]
    [InlineData("é", "%C3%A9")]
    public void A_value_is_escaped(string value, string segment) => Assert.Equal(segment, DigitalOceanPath.Segment(value));

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(" .. ")]
    [InlineData("%2e%2e")]
    [InlineData("%2E.")]
    [InlineData(".%2e")]
    [InlineData("%2e")]
    [InlineData("%252e%252e")]
    [InlineData("%25%32e%25%32e")]
    [InlineData("%2525252525252e%2525252525252e")]
    [InlineData("../account")]
    [InlineData("1/../../account")]
    [InlineData("..\\account")]
    [InlineData("1%2f..%2faccount")]
    [InlineData("1%5c..%5caccount")]
    [InlineData("1/./2")]
    [InlineData("1/..")]
    public void A_value_with_a_segment_of_dots_is_refused(string value)
    {
        var refusal = Assert.Throws<ArgumentException>(() => DigitalOceanPath.Segment(value));
        Assert.Equal("value", refusal.ParamName);
        if (value.Length > 3)
        {
            Assert.DoesNotContain(value, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void There_has_to_be_a_value()
    {
        Assert.Throws<ArgumentException>(() => DigitalOceanPath.Segment(""));
        Assert.Throws<ArgumentNullException>(() => DigitalOceanPath.Segment(null!));
    }

    [Fact]
    public async Task Whatever_is_let_through_stays_one_segment_of_what_is_sent()
    {
        string[] parts = [".", "..", "/", "\\", "%", "2", "e", "E", "f", "5c", "%2e", "%2F", "%25", "?", "#", "@", ":", ";", " ", "\t", "\n", "\0", "a", "é", "\uD800", "//", "&=+"];
        using var sent = new Sent();
        using var client = new HttpClient(sent) { BaseAddress = new Uri("https://api.digitalocean.com") };
        var (letThrough, refused) = (0, 0);
        foreach (var value in from first in parts from second in parts.Append("") from third in parts.Append("") select first + second + third)
        {
            string segment;
            try
            {
                segment = DigitalOceanPath.Segment(value);
            }
            catch (ArgumentException)
            {
                refused++;
                continue;
            }

            letThrough++;
            using var response = await client.GetAsync(To(segment));
            AssertIsOneSegment(sent.Path, value);
        }

        Assert.True(letThrough > 1_000 && refused > 1_000, $"{letThrough} values let through, {refused} refused");
    }

    [Fact]
    public async Task The_same_holds_for_the_bytes_on_the_wire()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}") };
        foreach (var value in new[] { "a/b", "a\\b", "a?b", "a#b", "....", "a%2Fb", "//", "@host", " " })
        {
            var sending = client.GetAsync(To(DigitalOceanPath.Segment(value)));
            AssertIsOneSegment(await ReceiveAsync(server), value);
            (await sending).Dispose();
        }
    }

    // Why it is needed: neither a plain value nor an escaped one stays where it was put.
    [Fact]
    public async Task Without_it_dots_lead_to_another_operation()
    {
        using var sent = new Sent();
        using var client = new HttpClient(sent) { BaseAddress = new Uri("https://api.digitalocean.com") };
        foreach (var value in new[] { "..", Uri.EscapeDataString(".."), "%2e%2e" })
        {
            using var response = await client.GetAsync(To($"{value}/account"));
            Assert.Equal("/v2/account", sent.Path);
        }
    }

    private static Uri To(string rest) => new(Folder + rest, UriKind.Relative);

    private static void AssertIsOneSegment(string path, string value)
    {
        Assert.StartsWith(Folder, path, StringComparison.Ordinal);
        var segment = path[Folder.Length..];
        Assert.NotEmpty(segment);
        Assert.DoesNotContain('/', segment);
        Assert.DoesNotContain('\\', segment);
        Assert.DoesNotContain('?', segment);
        Assert.Equal(DigitalOceanPath.Segment(value), segment);
    }

    private static async Task<string> ReceiveAsync(TcpListener server)
    {
        using var connection = await server.AcceptTcpClientAsync();
        await using var stream = connection.GetStream();
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync();
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        await stream.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray());
        return line!.Split(' ')[1];
    }

    private sealed class Sent : HttpMessageHandler
    {
        public string Path { get; private set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Path = request.RequestUri!.PathAndQuery;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        }
    }
}
