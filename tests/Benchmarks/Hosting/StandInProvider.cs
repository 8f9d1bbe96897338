using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>
/// Stands in for DigitalOcean as the HttpClient of an app sees it: answers the token request, and the question who is signed in, each after a while.
/// What it allocates itself is counted, so that it can be left out.
/// </summary>
internal sealed class StandInProvider(PunctualWait? wait = null) : HttpMessageHandler
{
    public const string ClientId = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
    public const string ClientSecret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    public const string UserUuid = "2f3b5b7e-8c1d-4c1a-9d5e-6f7a8b9c0d1e";
    public const string UserName = "Sammy the Shark";
    public const string UserEmail = "sammy@example.com";
    public const string TeamUuid = "9e8d7c6b-5a49-4838-a726-150493827160";
    public const string TeamName = "My Team";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private static readonly byte[] Account = Encoding.UTF8.GetBytes($$"""
        {"account":{"droplet_limit":25,"floating_ip_limit":5,"email":"{{UserEmail}}","name":"{{UserName}}","uuid":"{{UserUuid}}",
        "email_verified":true,"status":"active","status_message":"","team":{"uuid":"{{TeamUuid}}","name":"{{TeamName}}"} } }
        """);

    private byte[] _tokens = TokenAnswer([], lifetime: 2_592_000);
    private long _allocated;
    private long _tokenRequests;

    /// <summary>The client, as the app's configuration names it.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Configuration =>
        [new("DigitalOcean:ClientId", ClientId), new("DigitalOcean:ClientSecret", ClientSecret)];

    /// <summary>How many bytes it has allocated by itself.</summary>
    public long Allocated => Interlocked.Read(ref _allocated);

    /// <summary>How many token requests, refreshes among them, it has answered.</summary>
    public long TokenRequests => Interlocked.Read(ref _tokenRequests);

    /// <summary>What the next tokens are good for.</summary>
    /// <param name="scopes">The scopes that the answer names; with none it names none, and what was asked for counts.</param>
    /// <param name="lifetime">Seconds that the access token lives.</param>
    public void Grant(IReadOnlyList<string> scopes, int lifetime = 2_592_000) => _tokens = TokenAnswer(scopes, lifetime);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isToken = request.Method == HttpMethod.Post;
        if (request.Content is { } form)
        {
            // As a connection would.
            await form.CopyToAsync(Stream.Null, cancellationToken);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var waiting = wait?.WaitAsync() ?? Task.CompletedTask;
        Interlocked.Add(ref _allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        await waiting;
        before = GC.GetAllocatedBytesForCurrentThread();
        var content = new ByteArrayContent(isToken ? _tokens : Account) { Headers = { ContentType = Json } };
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
        Interlocked.Add(ref _allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        if (isToken)
        {
            Interlocked.Increment(ref _tokenRequests);
        }

        return answer;
    }

    private static byte[] TokenAnswer(IReadOnlyList<string> scopes, int lifetime) => Encoding.UTF8.GetBytes($$"""
        {"access_token":"doo_v1_{{new string('a', 64)}}","token_type":"bearer","expires_in":{{lifetime}},"refresh_token":"dor_v1_{{new string('b', 64)}}",
        {{(scopes.Count == 0 ? "" : $"\"scope\":\"{string.Join(' ', scopes)}\",")}}
        "info":{"name":"{{UserName}}","email":"{{UserEmail}}","uuid":"{{UserUuid}}","team_uuid":"{{TeamUuid}}","team_name":"{{TeamName}}"} }
        """);
}
