using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>A provider in this process, which answers each code with the reply that a case laid ready, and any other code with an error.</summary>
internal sealed class InProcessProvider : IAsyncDisposable
{
    private static readonly string[] Accounts =
    [
        """{"account":{"uuid":"asked","email":"asked@example.com"}}""",
        """{"account":{"uuid":"asked","email":"asked@example.com","name":"<b>","team":{"uuid":"t","name":"\r\n"}}}""",
        """{"account":{"uuid":""}}""",
        """{"account":[]}""",
        "{\"id\":\"server_error\",\"message\":\"" + Markers.ProvidersWords + "\"}",
        "<html>" + Markers.ProvidersWords,
    ];

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TokenReply> _replies = new(StringComparer.Ordinal);
    private int _accounts;

    private InProcessProvider(WebApplication app) => _app = app;

    public HttpMessageHandler Handler => _app.GetTestServer().CreateHandler();

    public static async Task<InProcessProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        var provider = new InProcessProvider(app);
        app.Run(provider.AnswerAsync);
        await app.StartAsync();
        return provider;
    }

    public void Lay(string code, TokenReply reply) => _replies[code] = reply;

    public void Take(string code) => _replies.TryRemove(code, out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // A form that cannot be read, such as one with a null character, is no reason to fall over.
    private static async Task<string?> CodeAsync(HttpRequest request)
    {
        try
        {
            return (await request.ReadFormAsync())["code"];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/v2/account")
        {
            var account = Accounts[(uint)Interlocked.Increment(ref _accounts) % Accounts.Length];
            await Answer.Json(context, account.Contains("server_error", StringComparison.Ordinal) ? 500 : 200, account);
            return;
        }

        if (await CodeAsync(context.Request) is not { } code || !_replies.TryGetValue(code, out var reply))
        {
            await Answer.Error(context, 400, "invalid_grant", Markers.ProvidersWords);
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.Headers.ContentType = reply.ContentType;
        context.Response.Headers.ContentEncoding = reply.ContentEncoding;
        if (reply.Status != StatusCodes.Status204NoContent)
        {
            await context.Response.Body.WriteAsync(reply.Body);
        }
    }
}
