using DoOAuth.Benchmarks.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth.Benchmarks.Apps;

/// <summary>An app with <see cref="Deck"/>.</summary>
internal static class OurApp
{
    public const string CallbackPath = Deck.CallbackPath;

    /// <summary>Starts it.</summary>
    public static Task<HostedApp> StartAsync(KeyFolder keys, StandInProvider provider, TimeProvider? clock = null) => HostedApp.StartAsync(
        keys,
        builder =>
        {
            builder.AddDeck();
            builder.Services.Configure<DigitalOceanOptions>(Deck.Scheme, options => options.BackchannelHttpHandler = provider);
            builder.Services.AddAuthorizationBuilder().AddPolicy("droplets", policy => policy.RequireClaim(DigitalOceanClaimTypes.Scope, Scopes.Droplet.Read));
            if (clock is not null)
            {
                builder.Services.AddSingleton(clock);
            }
        },
        app =>
        {
            app.MapDeck();
            app.MapGet("/home", (DigitalOceanUser user) => new HomePage(user.Uuid, user.Name, user.Email, user.Team?.Name)).RequireAccountRead();
            app.MapGet("/open", Ok);
            app.MapGet("/guarded", Ok).RequireDropletRead();
            app.MapGet("/authorized", Ok).RequireAuthorization();
            app.MapGet("/policy", Ok).RequireAuthorization("droplets");
        });

    private static Task Ok(HttpContext context) => Task.CompletedTask;
}
