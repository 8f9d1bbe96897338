using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<Reader<Share>>();
var app = builder.Build();
app.MapDeck();
app.MapGet("/shares", (Reader<Share> shares) => shares.AllAsync()).RequireNfsRead();
app.MapGet("/keys", async (DigitalOceanClient client) => Results.Text(await client.GetStringAsync("/v2/domains?page=1"))).RequireDomainRead();
app.Run();

public interface IEntity { static abstract string Path { get; } }
public sealed record Share(Guid Id) : IEntity { public static string Path => "nfs"; }
public sealed class Reader<T>(DigitalOceanClient client) where T : IEntity { public Task<string> AllAsync() => client.GetStringAsync($"/v2/{T.Path}"); }

// case: an optional scope and a required one that nothing needs
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Nfs.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
[DigitalOceanScope(Scopes.Domain.Delete, Optional = true)] // expect: DOO104 domain:delete #optional
[DigitalOceanScope(Scopes.Security.Update)] // expect: DOO104 security:update #required
public static partial class Deck;
