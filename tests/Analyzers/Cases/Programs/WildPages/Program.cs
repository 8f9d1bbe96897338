using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/Ops", "ops"));
builder.Services.AddAuthorizationBuilder().AddPolicy("ops", policy => policy.RequireClaim("scope", "load_balancer:read"));
builder.Services.AddScoped<Balancers>();
var app = builder.Build();
app.MapDeck();
app.MapRazorPages();
app.Run();

public sealed class Balancers(DigitalOceanClient client)
{
    public Task<string> AllAsync(CancellationToken cancel) => client.GetStringAsync("/v2/load_balancers", cancel);
    public Task AddRuleAsync(Guid id, object rule) => client.PostAsJsonAsync($"/v2/load_balancers/{id}/forwarding_rules", rule);
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.LoadBalancer.Read)]
[DigitalOceanScope(Scopes.LoadBalancer.Update)]
public static partial class Deck;
