using Microsoft.Extensions.FileProviders;

namespace DoOAuth.Tests;

/// <summary>Answers that depend on a session tell caches so, unless the handler has told them something itself.</summary>
public sealed class Cache_control : ScriptedTests
{
    private static readonly string[] Reads = ["GET", "HEAD"];

    private static void Map(WebApplication app)
    {
        app.MapGet("/text", () => "text").RequireDropletRead();
        app.MapGet("/ok", () => TypedResults.Ok("ok")).RequireDropletRead();
        app.MapGet("/empty", () => Results.NoContent()).RequireDropletRead();
        app.MapGet("/redirect", () => Results.Redirect("/text")).RequireDropletRead();
        app.MapGet("/fails", string () => throw new InvalidOperationException()).RequireDropletRead();
        app.MapMethods("/file", Reads, () => Results.Bytes([1, 2, 3], "text/plain", entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue("\"one\""))).RequireDropletRead();
        app.MapGet("/stream", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("first ");
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync("second");
        }).RequireDropletRead();
        app.MapGet("/user", (DigitalOceanUser? user) => user?.Uuid ?? "nobody");
        app.MapGet("/client", (DigitalOceanClient client) => client.GetStringAsync(new Uri("/v2/echo", UriKind.Relative)));
        app.MapGet("/injected", (IServiceProvider services) => services.GetRequiredService<DigitalOceanUser>().Uuid);

        app.MapGet("/open", () => "open");
        app.MapGet("/assigned", (HttpContext context) => context.Response.Headers.CacheControl = "private, max-age=60").RequireDropletRead();
        app.MapGet("/assigned-later", async (HttpContext context, DigitalOceanClient client) =>
        {
            await client.GetStringAsync(new Uri("/v2/echo", UriKind.Relative));
            context.Response.Headers.CacheControl = "private, max-age=60";
        });
        app.MapGet("/if-absent", (HttpContext context) => $"{context.Response.Headers.TryAdd("Cache-Control", "private, max-age=60")}").RequireDropletRead();
        app.MapGet("/appended", (HttpContext context) => context.Response.Headers.Append("Cache-Control", "private, max-age=60")).RequireDropletRead();
        app.MapGet("/typed", (HttpContext context) =>
        {
            context.Response.GetTypedHeaders().CacheControl = new Microsoft.Net.Http.Headers.CacheControlHeaderValue { Private = true, MaxAge = TimeSpan.FromSeconds(60) };
        }).RequireDropletRead();
        app.MapControllers();
    }

    private async Task<Browser> SignedInAsync()
    {
        var app = await StartAsync(Map, build: builder => builder.Services.AddControllers().AddApplicationPart(typeof(Cache_control).Assembly));
        return await app.SignedInAsync();
    }

    [Fact]
    public async Task Whatever_a_guarded_handler_answers_is_not_to_be_stored()
    {
        using var browser = await SignedInAsync();
        foreach (var path in new[] { "/text", "/ok", "/empty", "/redirect", "/file", "/stream", "/user", "/client", "/injected", "/controller/read" })
        {
            var answer = await browser.GetAsync(path);
            Assert.True(answer.Status < 400, $"{path}: {answer.Status}");
            Assert.Equal("no-store", answer.Header("Cache-Control"));
        }

        var head = await browser.SendAsync(HttpMethod.Head, "/file");
        Assert.Equal(200, head.Status);
        Assert.Equal("no-store", head.Header("Cache-Control"));
        var unchanged = await browser.GetAsync("/file", ("If-None-Match", "\"one\""));
        Assert.Equal(304, unchanged.Status);
        Assert.Equal("no-store", unchanged.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("/assigned")]
    [InlineData("/assigned-later")]
    [InlineData("/if-absent")]
    [InlineData("/appended")]
    [InlineData("/typed")]
    [InlineData("/cached-controller/response")]
    public async Task What_a_handler_says_itself_is_what_counts(string path)
    {
        using var browser = await SignedInAsync();
        var answer = await browser.GetAsync(path);

        Assert.Equal(200, answer.Status);
        Assert.True(System.Net.Http.Headers.CacheControlHeaderValue.TryParse(answer.Header("Cache-Control"), out var says));
        Assert.True(says.Private);
        Assert.Equal(TimeSpan.FromSeconds(60), says.MaxAge);
        Assert.False(says.NoStore);
    }

    [Fact]
    public async Task An_answer_to_nobody_depends_on_the_session_as_well()
    {
        var app = await StartAsync(Map, build: builder => builder.Services.AddControllers());
        using var browser = app.NewBrowser();
        var answer = await browser.GetAsync("/user");

        Assert.Equal("nobody", answer.Body);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task To_carry_a_cookie_is_not_to_depend_on_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "site.css"), "body{}");
        try
        {
            using var files = new PhysicalFileProvider(folder.FullName);
            var app = await StartAsync(app =>
            {
                app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
                app.MapGet("/open", () => "open");
            });
            using var browser = await app.SignedInAsync();
            foreach (var path in new[] { "/open", "/site.css" })
            {
                var answer = await browser.GetAsync(path);
                Assert.Equal(200, answer.Status);
                Assert.Null(answer.Header("Cache-Control"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
