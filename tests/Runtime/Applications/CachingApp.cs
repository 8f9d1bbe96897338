using System.Security.Claims;
using System.Text.Encodings.Web;
using DoOAuth.Tests.Harness;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth.Tests.Applications;

/// <summary>An app that caches its answers, in whatever place of the pipeline.</summary>
internal static class CachingApp
{
    /// <summary>Starts it.</summary>
    /// <param name="provider">Signs its users in.</param>
    /// <param name="order">Where the caches are in the pipeline.</param>
    /// <param name="kind">What else the app has: a scheme of its own, or a second annotated class.</param>
    /// <param name="policy">What is cached where nobody says.</param>
    /// <param name="map">More endpoints.</param>
    public static Task<TestApp> StartAsync(
        ScriptedProvider provider, string order, string kind, Action<OutputCacheOptions> policy, Action<WebApplication>? map = null)
    {
        var users = 0;
        provider.Token = (context, _) =>
            Answer.Json(context, 200, provider.TokenAnswer().WithInfo("uuid", $"user-of-sign-in-{Interlocked.Increment(ref users)}").ToString());
        return TestApp.StartAsync(
            provider.Configuration.Concat(provider.ConfigurationFor("Admin")),
            builder =>
            {
                builder.AddDropletDeck();
                if (kind == "second class")
                {
                    builder.AddAdminDeck();
                }

                if (kind == "other default")
                {
                    builder.Services.AddAuthentication("Key").AddScheme<AuthenticationSchemeOptions, NoKeys>("Key", null);
                }

                builder.Services.AddOutputCache(policy);
                builder.Services.AddResponseCaching();
                builder.Services.AddControllers().AddApplicationPart(typeof(CachingApp).Assembly);
            },
            app =>
            {
                Use(app, order);
                Map(app, kind);
                map?.Invoke(app);
            });
    }

    private static void Use(WebApplication app, string order)
    {
        foreach (var step in order.Split(' '))
        {
            _ = step switch
            {
                "caches" => app.UseResponseCaching().UseOutputCache(),
                "authentication" => app.UseAuthentication(),
                "authorization" => app.UseAuthorization(),
                _ => throw new ArgumentException(order),
            };
        }
    }

    private static void Map(WebApplication app, string kind)
    {
        var count = 0;
        app.MapGet("/count", () => $"{Interlocked.Increment(ref count)}");
        app.MapDropletDeck();
        app.MapControllers();
        if (kind == "second class")
        {
            app.MapAdminDeck();
            app.MapGet("/admin/guarded", (HttpContext context) => Id(context.User, AdminDeck.Scheme)).RequireAdminDropletRead();
        }
        else
        {
            app.MapGet("/unguarded", (DigitalOceanUser? user) => user?.Uuid ?? "nobody");
            app.MapGet("/unguarded/cached", (DigitalOceanUser? user) => user?.Uuid ?? "nobody").CacheOutput();
            app.MapGet("/unguarded/own-policy", (DigitalOceanUser? user) => user?.Uuid ?? "nobody").CacheOutput(new EverythingStored());
            app.MapGet("/injected", (IServiceProvider services) => services.GetRequiredService<DigitalOceanUser>().Uuid).RequireDropletRead();
        }

        app.MapGet("/client", async (DropletDeck.Client client, CancellationToken cancel) => await client.GetStringAsync(new Uri("/v2/echo", UriKind.Relative), cancel));
        app.MapGet("/client/cached", async (DropletDeck.Client client, CancellationToken cancel) => await client.GetStringAsync(new Uri("/v2/echo", UriKind.Relative), cancel))
            .CacheOutput(new EverythingStored());
        app.MapGet("/guarded", Guarded).RequireDropletRead();
        app.MapGet("/guarded/cached", Guarded).RequireDropletRead().CacheOutput();
        app.MapGet("/cached/guarded", Guarded).CacheOutput().RequireDropletRead();
        app.MapGet("/guarded/own-policy", Guarded).RequireDropletRead().CacheOutput(new EverythingStored());
        app.MapGet("/guarded/empty", (HttpContext context) =>
        {
            context.Response.Headers["X-User"] = Id(context.User, DropletDeck.Scheme);
        }).RequireDropletRead().CacheOutput(new EverythingStored());
        app.MapGroup("/group").CacheOutput(new EverythingStored()).MapGet("/guarded", Guarded).RequireDropletRead();
        app.MapGroup("/guarded-group").RequireDropletRead().MapGet("/cached", Guarded).CacheOutput();
        app.MapGet("/token", async (HttpContext context, CancellationToken _) => await context.GetTokenAsync(DropletDeck.SessionScheme, "access_token") ?? "none")
            .CacheOutput(new EverythingStored());

        static string Guarded(HttpContext context, CancellationToken _) => Id(context.User, DropletDeck.Scheme);
    }

    private static string Id(ClaimsPrincipal user, string scheme) =>
        user.Identities.First(identity => identity.AuthenticationType == scheme).FindFirst(ClaimTypes.NameIdentifier)!.Value;

    private sealed class NoKeys(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
