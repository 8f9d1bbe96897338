using System.Net.Http.Json;
using DoOAuth;

// A correct program: nothing may be reported.
var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/", async (DigitalOceanUser? user, DigitalOceanClient client) => user?.HasScope(Scopes.Firewall.Read) is true ? Results.Text(await client.GetStringAsync("/v2/firewalls")) : Results.Redirect("/login"));
app.MapGet("/domains", async (DigitalOceanUser user, DigitalOceanClient client) =>
{
    if (!user.HasScope(Scopes.Domain.Read))
    {
        return Results.Redirect(Deck.Links.Login("/domains", Scopes.Domain.Read));
    }

    return Results.Text(await client.GetStringAsync("/v2/domains"));
});
app.MapPost("/firewalls", async (DigitalOceanUser user, DigitalOceanClient client) =>
{
    var can = user.HasScope(Scopes.Firewall.Create);
    return can ? Results.Ok(await client.PostAsJsonAsync("/v2/firewalls", new { })) : Results.Forbid();
});
var v1 = app.MapGroup("/v1").RequireFirewallRead();
v1.MapGet("/firewalls", Service.List);
v1.MapGroup("/certificates").RequireCertificateRead().MapCertificates();
app.Run();

static class Service
{
    public static async Task<IResult> List(DigitalOceanClient client, HttpContext context)
    {
        using var answer = await client.GetAsync("/v2/firewalls" + context.Request.QueryString);
        return answer.IsSuccessStatusCode ? Results.Stream(await answer.Content.ReadAsStreamAsync()) : Results.StatusCode((int)answer.StatusCode);
    }

    public static void MapCertificates(this RouteGroupBuilder group) => group.MapGet("/", async (DigitalOceanClient client) => Results.Ok(await client.GetFromJsonAsync<object>("/v2/certificates?private=true")));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.Firewall.Create, Optional = true)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Domain.Read, Optional = true)]
public static partial class Deck;
