using DoOAuth;
using Site.Components;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddAuthorizationBuilder().AddPolicy("domains", policy => policy.RequireClaim("scope", "domain:read"));
var app = builder.Build();
app.MapDeck();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();

// Components. Each makes a call that needs domain:read.
public interface IDomains { Task<string> ListAsync(); }
public class Domains(DigitalOceanClient client) : IDomains { public Task<string> ListAsync() => client.GetStringAsync("/v2/domains"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
public static partial class Deck;
