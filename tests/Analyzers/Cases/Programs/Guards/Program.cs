using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/firewalls");

// Every endpoint here makes a call that needs firewall:read. What has no mark is guarded, one way or another.

// case: own extension that is told the scope
app.MapGet("/2", List).Needs(Scopes.Firewall.Read);

// case: a delegate that sets the builder up
app.MapGet("/4", List).Also(builder => builder.RequireFirewallRead());

// case: builders in an array, guarded in a loop
RouteHandlerBuilder[] all = [app.MapGet("/7a", List), app.MapGet("/7b", List)];
foreach (var one in all)
{
    one.RequireFirewallRead();
}

// case: a filter that asks, as a class
app.MapGet("/16", List).AddEndpointFilter<AsksFirst>();

// case: a method that gives the answer
app.MapGet("/17", async (DigitalOceanUser user, DigitalOceanClient client) => Can(user) ? await List(client) : "no");
static bool Can(DigitalOceanUser user) => user.HasScope(Scopes.Firewall.Read);

// case: thrown where it lacks
app.MapGet("/19", async (DigitalOceanUser user, DigitalOceanClient client) => { if (!user.HasScope(Scopes.Firewall.Read)) throw new BadHttpRequestException("no", 403); return await List(client); });

// case: written to expect DigitalOcean's 403: either is right
app.MapGet("/20", async (DigitalOceanClient client) => { try { return Results.Text(await List(client)); } catch (HttpRequestException exception) when (exception.StatusCode == System.Net.HttpStatusCode.Forbidden) { return Results.Redirect("/login"); } }); // undecidable: DOO103

// case: guarded outside of development only
var group = app.MapGroup("/6");
if (!app.Environment.IsDevelopment())
{
    group.RequireFirewallRead();
}

group.MapGet("/", List); // expect: DOO103 firewall:read

// case: no guard, only its namesake
Other.Namesake.RequireFirewallRead(app.MapGet("/30", List)); // expect: DOO103 firewall:read

// case: the handler is replaced before it is mapped: quiet
Delegate handler = (DigitalOceanClient client) => client.GetStringAsync("/v2/firewalls");
handler = () => "nothing";
app.MapGet("/31", handler);

// case: false first, then asked: quiet
app.MapGet("/32", (DigitalOceanClient client, DigitalOceanUser user) =>
{
    var may = false;
    may = user.HasScope(Scopes.Firewall.Read);
    return may ? List(client) : Task.FromResult("");
});

// case: an address through six methods
app.MapGet("/33", (DigitalOceanClient client) => Deep.One(client, "/v2/firewalls")); // expect: DOO103 firewall:read
app.Run();

static class Deep
{
    public static Task<string> One(HttpClient http, string path) => Two(http, path);
    static Task<string> Two(HttpClient http, string path) => Three(http, path);
    static Task<string> Three(HttpClient http, string path) => Four(http, path);
    static Task<string> Four(HttpClient http, string path) => Five(http, path);
    static Task<string> Five(HttpClient http, string path) => Six(http, path);
    static Task<string> Six(HttpClient http, string path) => http.GetStringAsync(path);
}

static class Extensions
{
    public static T Needs<T>(this T builder, string scope) where T : IEndpointConventionBuilder => builder.RequireDigitalOceanScope(Deck.Scheme, scope);
    public static RouteHandlerBuilder Also(this RouteHandlerBuilder builder, Action<RouteHandlerBuilder> configure) { configure(builder); return builder; }
}

class AsksFirst : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Firewall.Read) ? await next(context) : Results.Forbid();
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Deck;

namespace Other
{
    static class Namesake
    {
        public static RouteHandlerBuilder RequireFirewallRead(this RouteHandlerBuilder builder) => builder;
    }
}
