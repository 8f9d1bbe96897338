using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Benchmarks.Silence;

/// <summary>An authorization server whose sign-in works. It accepts each refresh, and never answers it.</summary>
internal sealed class SilentProvider : IAsyncDisposable
{
    /// <summary>How long an access token lives.</summary>
    public const int LifetimeInSeconds = 3_600;

    private const string ClientId = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private const string ClientSecret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private readonly WebApplication _server;
    private int _users;
    private int _refreshes;

    private SilentProvider(WebApplication server) => _server = server;

    /// <summary>Points an app at it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Configuration =>
    [
        new("DigitalOcean:ClientId", ClientId),
        new("DigitalOcean:ClientSecret", ClientSecret),
        new("DigitalOcean:Authority", _server.Urls.Single()),
        new("DigitalOcean:ApiBaseAddress", _server.Urls.Single()),
    ];

    /// <summary>How many refreshes it has left unanswered.</summary>
    public int Refreshes => Volatile.Read(ref _refreshes);

    public static async Task<SilentProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var provider = new SilentProvider(server);
        server.MapPost("/v1/oauth/token", provider.AnswerAsync);
        await server.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["grant_type"] != "authorization_code")
        {
            Interlocked.Increment(ref _refreshes);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        var user = Interlocked.Increment(ref _users);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            string.Create(CultureInfo.InvariantCulture, $$"""
                {"access_token":"doo_v1_{{user:d64}}","token_type":"bearer","expires_in":{{LifetimeInSeconds}},"refresh_token":"dor_v1_{{user:d64}}",
                "info":{"name":"User {{user}}","email":"user{{user}}@example.com","uuid":"{{user:d8}}-8c1d-4c1a-9d5e-6f7a8b9c0d1e",
                "team_uuid":"9e8d7c6b-5a49-4838-a726-150493827160","team_name":"My Team"} }
                """),
            context.RequestAborted);
    }
}
