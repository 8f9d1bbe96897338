using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests.Harness;

/// <summary>Answers one request, byte by byte where a test wants that.</summary>
internal delegate Task Script(HttpContext context, RecordedRequest request);

/// <summary>
/// An OAuth server at DigitalOcean's paths whose every answer can be scripted, and which keeps what it was sent. Left alone, it
/// approves at once and issues fresh tokens with each answer.
/// </summary>
internal sealed class ScriptedProvider : IAsyncDisposable
{
    public const string ClientId = "the-client-id";
    public const string ClientSecret = "the-client-secret";

    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentBag<string> _secrets = [ClientSecret];
    private readonly WebApplication _app;
    private int _issued;

    private ScriptedProvider(WebApplication app)
    {
        _app = app;
        Authorize = ApproveAsync;
        Token = (context, _) => Answer.Json(context, 200, TokenAnswer().ToString());
        Revoke = (context, _) => Answer.Json(context, 200, "{}");
        Account = (context, _) => Answer.Json(context, 404, """{"id":"not_found","message":"No test asked for this."}""");
        Api = (context, request) => Answer.Json(context, 200, $$"""{"bearer":"{{request.Bearer}}","path":"{{request.Path}}"}""");
    }

    public Uri Address { get; private set; } = null!;

    public Script Authorize { get; set; }

    public Script Token { get; set; }

    public Script Revoke { get; set; }

    public Script Account { get; set; }

    public Script Api { get; set; }

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public IReadOnlyList<RecordedRequest> TokenRequests => To("/v1/oauth/token");

    public IReadOnlyList<RecordedRequest> Refreshes => [.. TokenRequests.Where(request => request.Form["grant_type"] == "refresh_token")];

    /// <summary>Everything issued so far that may show up nowhere: codes, tokens, the client's secret, code verifiers.</summary>
    public IReadOnlyCollection<string> Secrets => [.. _secrets];

    public IReadOnlyDictionary<string, string?> Configuration => ConfigurationFor("DigitalOcean");

    public IReadOnlyDictionary<string, string?> ConfigurationFor(string section) => new Dictionary<string, string?>
    {
        [section + ":Authority"] = Address.GetLeftPart(UriPartial.Authority),
        [section + ":ApiBaseAddress"] = Address.GetLeftPart(UriPartial.Authority),
        [section + ":ClientId"] = ClientId,
        [section + ":ClientSecret"] = ClientSecret,
    };

    public static async Task<ScriptedProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var provider = new ScriptedProvider(app);
        app.Run(provider.AnswerAsync);
        await app.StartAsync();
        provider.Address = new Uri(app.Urls.First());
        return provider;
    }

    /// <summary>A loopback address at which nobody listens.</summary>
    public static string DeadAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <summary>A token answer with fresh tokens, to be changed where a test wants that.</summary>
    public TokenAnswerText TokenAnswer()
    {
        var number = Interlocked.Increment(ref _issued);
        return new TokenAnswerText(Secret($"doo_v1_access{number:D4}"), Secret($"dor_v1_refresh{number:D4}"), $"user-{number:D4}");
    }

    /// <summary>Notes a text that may show up nowhere.</summary>
    public string Secret(string text)
    {
        _secrets.Add(text);
        return text;
    }

    public IReadOnlyList<RecordedRequest> To(string path) => [.. _requests.Where(request => request.Path == path)];

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private Task ApproveAsync(HttpContext context, RecordedRequest request) => RedirectBack(
        context, request, ("code", Secret($"code-{Interlocked.Increment(ref _issued):D4}-once")));

    /// <summary>Sends the browser back to the app, with the state that it came with.</summary>
    public static Task RedirectBack(HttpContext context, RecordedRequest request, params (string Name, string Value)[] fields)
    {
        var query = fields.ToDictionary(field => field.Name, field => (string?)field.Value);
        query["state"] = request.QueryFields["state"];
        context.Response.Redirect(QueryHelpers.AddQueryString(request.QueryFields["redirect_uri"], query));
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await RecordedRequest.ReadAsync(context.Request);
        if (request.Form.TryGetValue("code_verifier", out var verifier))
        {
            _secrets.Add(verifier);
        }

        _requests.Enqueue(request);
        var script = request.Path switch
        {
            "/v1/oauth/authorize" => Authorize,
            "/v1/oauth/token" => Token,
            "/v1/oauth/revoke" => Revoke,
            "/v2/account" => Account,
            _ => Api,
        };
        try
        {
            await script(context, request);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The caller went away, which is what slow answers are for.
        }
    }
}
