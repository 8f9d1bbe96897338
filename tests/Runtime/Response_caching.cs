using Microsoft.Net.Http.Headers;

namespace DoOAuth.Tests;

/// <summary>An app may say "public" for all of its answers, as the framework's sample does. Those that depend on a session are another matter.</summary>
public sealed class Response_caching : ScriptedTests
{
    private static readonly Uri Echo = new("/v2/echo", UriKind.Relative);

    private async Task<TestApp> StartAsync(string order)
    {
        var users = 0;
        Provider.Token = (context, _) =>
            Answer.Json(context, 200, Provider.TokenAnswer().WithInfo("uuid", $"user-{Interlocked.Increment(ref users)}").ToString());
        return await StartAsync(
            app =>
            {
                foreach (var step in order.Split(' '))
                {
                    _ = step switch
                    {
                        "caching" => app.UseResponseCaching(),
                        "public" => app.Use((context, next) =>
                        {
                            context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromSeconds(60) };
                            return next(context);
                        }),
                        "authentication" => app.UseAuthentication(),
                        _ => app.UseAuthorization(),
                    };
                }

                var count = 0;
                app.MapGet("/count", () => $"{Interlocked.Increment(ref count)}");
                app.MapGet("/guarded", Me).RequireDropletRead();
                app.MapGet("/guarded-twice", Me).RequireDropletRead().RequireAccountRead();
                app.MapGet("/attribute", [RequireScope(Scopes.Droplet.Read)] (HttpContext context, CancellationToken _) => Me(context));
                app.MapGroup("/group").RequireDropletRead().MapGet("/guarded", Me);
                app.MapGet("/user", (DigitalOceanUser? user) => user?.Uuid ?? "nobody");
                app.MapGet("/service", (IServiceProvider services) => services.GetRequiredService<DropletDeck.Client>().GetStringAsync(Echo));
                app.MapGet("/client", (DropletDeck.Client client) => client.GetStringAsync(Echo));
                app.MapGet("/its-own-word", (HttpContext context, DigitalOceanUser _) =>
                {
                    context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Private = true, MaxAge = TimeSpan.FromSeconds(5) };
                }).RequireDropletRead();
                app.MapControllers();
            },
            build: builder =>
            {
                builder.Services.AddResponseCaching();
                builder.Services.AddControllers().AddApplicationPart(typeof(Response_caching).Assembly);
            });

        static string Me(HttpContext context) => context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value;
    }

    [Theory]
    [InlineData("caching public")]
    [InlineData("public caching")]
    [InlineData("caching public authentication authorization")]
    [InlineData("caching authentication authorization public")]
    [InlineData("authentication authorization caching public")]
    [InlineData("authentication caching public authorization")]
    public async Task Nobody_gets_what_was_answered_to_somebody_else(string order)
    {
        var app = await StartAsync(order);
        using var stranger = app.NewBrowser();
        using var one = await app.SignedInAsync();
        using var other = await app.SignedInAsync();
        foreach (var path in new[] { "/me", "/guarded", "/guarded-twice", "/attribute", "/group/guarded", "/user", "/client", "/cached-controller/guarded", "/cached-controller/client", "/controller/call", "/service" })
        {
            var ones = await one.GetAsync(path);
            var others = await other.GetAsync(path);
            var nobodys = await stranger.GetAsync(path);

            Assert.Equal(200, ones.Status);
            Assert.Equal(200, others.Status);
            Assert.NotEqual(ones.Body, others.Body);
            Assert.True(nobodys.Status == 401 || nobodys.Body == "nobody", $"{path}: {nobodys.Status} {nobodys.Body}");
            Assert.Equal(others.Body, (await other.GetAsync(path)).Body);
            foreach (var answer in new[] { ones, others, nobodys })
            {
                Assert.Equal("no-store", answer.Header("Cache-Control"));
            }
        }

        // The cache is there and does work, and what a handler says itself counts.
        Assert.Equal((await stranger.GetAsync("/count")).Body, (await one.GetAsync("/count")).Body);
        Assert.Equal("max-age=5, private", (await one.GetAsync("/its-own-word")).Header("Cache-Control"));
    }
}
