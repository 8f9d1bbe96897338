using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests;

/// <summary>Tests of apps that do this or that with exceptions of their handlers, which leave those of the client alone.</summary>
public abstract class FailingApps : HourlyTokens
{
    public static TheoryData<string> Kinds() => new(AppsThatFail.Kinds);

    private protected static string Base(string kind) => kind == "path base" ? "/base" : "";

    private protected static void Map(WebApplication app)
    {
        string[] methods = ["GET", "HEAD", "POST"];
        app.MapMethods("/call", methods, Call).RequireDropletRead();
        app.MapMethods("/unguarded", methods, Call);
        app.MapMethods("/group/{id}/call", methods, Call);
        app.MapMethods("/blocking", methods, (DigitalOceanClient client) => client.GetStringAsync(Echo).Result);
        app.MapMethods("/all-at-once", methods, async (DigitalOceanClient client) => (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.GetStringAsync(Echo)))).Length);
        app.MapControllers();
        app.MapGet("/fails", string () => throw new InvalidOperationException("a fault of the app's own"));
        app.MapGet("/begun", async (HttpContext context, DigitalOceanClient client) =>
        {
            await context.Response.WriteAsync("begun");
            await context.Response.Body.FlushAsync();
            await client.GetStringAsync(Echo);
        });
        app.MapGet("/set-up", async (HttpContext context, DigitalOceanClient client) =>
        {
            context.Response.Headers.ETag = "\"half\"";
            context.Response.ContentLength = 3;
            return await client.GetStringAsync(Echo);
        });
        app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions) => sessions.KeepAccessAsync(context));
        app.MapGet("/kept", async (string key, DigitalOceanSessions sessions) =>
        {
            await using var access = await sessions.OpenAccessAsync(key);
            return await access.Client.GetStringAsync(Echo);
        });

        static async Task<string> Call(DigitalOceanClient client, CancellationToken cancel) => await client.GetStringAsync(Echo, cancel);
    }

    private protected async Task<TestApp> StartAsync(string kind, Action<WebApplicationBuilder>? build = null, Action<DigitalOceanOAuthBuilder>? add = null) => await StartAsync(
        app =>
        {
            AppsThatFail.Use(app, kind);
            Map(app);
        },
        build: builder =>
        {
            builder.Services.AddControllers().AddApplicationPart(typeof(FailingApps).Assembly);
            AppsThatFail.Build(builder, kind);
            build?.Invoke(builder);
        },
        add: add);

    private protected static void AssertNoErrors(TestApp app, string kind)
    {
        if (kind != "developer page")
        {
            Assert.DoesNotContain(app.Logs.Lines, line => line.Level >= LogLevel.Error);
        }
    }
}
