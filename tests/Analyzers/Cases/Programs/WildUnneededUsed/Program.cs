using System.Security.Claims;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorizationBuilder().AddPolicy("domains", policy => policy.RequireClaim("scope", Scopes.Domain.Read));
builder.Services.AddHostedService<Sweeper>();
var app = builder.Build();
app.MapDeck();
app.MapGet("/ask", () => Results.Redirect(Deck.Links.Login("/ask", Scopes.Uptime.Read)));
app.MapGet("/menu", (DigitalOceanUser user) => new { canPurge = user.HasScope(Scopes.Cdn.Read), canSee = user.Scopes.Contains(Scopes.Project.Read) });
app.MapGet("/domains", () => "domains").RequireAuthorization("domains");
app.MapGet("/filtered", () => "x").AddEndpointFilter(async (context, next) => context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>() is { } user && user.HasScope(Scopes.Firewall.Read) ? await next(context) : Results.Forbid());
app.MapGet("/attribute", [RequireScope(Scopes.Certificate.Read)] () => "x");
app.Run();

public class Sweeper(IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DigitalOceanClient>().DeleteAsync($"/v2/nfs/{Guid.Empty}", stoppingToken);
    }
}

// case: needed by links, questions, policies, filters, attributes and a hosted service; one is needed by nothing
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Uptime.Read, Optional = true)]
[DigitalOceanScope(Scopes.Cdn.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Nfs.Delete)]
[DigitalOceanScope(Scopes.Nfs.Read)] // expect: DOO104 nfs:read
public static partial class Deck;
