using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
var app = builder.Build();
app.MapDropletDeck();

// case: a handler of two routes, one of which limits the text
app.MapGet("/a/{id:int}", Limited.Get).RequireDropletRead();
app.MapGet("/b/{id}", Limited.Get).RequireDropletRead();

// case: a handler of two routes that both limit it
app.MapGet("/c/{id:int}", Limited.Both).RequireDropletRead();
app.MapGet("/d/{id:guid}", Limited.Both).RequireDropletRead();

// case: a method named Map that maps no endpoint
app.MapGet("/e", (DigitalOceanClient client) => Option.Some("12").Map(id => client.GetStringAsync($"/v2/droplets/{id}"))).RequireDropletRead();
app.MapGet("/f", (DigitalOceanClient client) => "12".MapTo(id => client.GetStringAsync($"/v2/droplets/{id}"))).RequireDropletRead();

// case: an endpoint that an extension of the project maps
app.MapItem("/g/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/droplets/{id}")); // undecidable: DOO106

// case: endpoints on an application and on a group
app.MapDelete("/h/{id}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/droplets/{id}")).RequireDropletRead(); // expect: DOO106
app.MapGroup("/i").MapMethods("/{id}", ["GET"], (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/droplets/{id}")).RequireDropletRead(); // expect: DOO106
app.Run();

static class Limited
{
    public static Task<string> Get(string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/droplets/{id}"); // expect: DOO106

    public static Task<string> Both(string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/droplets/{id}");
}

sealed class Option<T>(T value)
{
    public TResult Map<TResult>(Func<T, TResult> map) => map(value);
}

static class Option
{
    public static Option<T> Some<T>(T value) => new(value);
}

static class Maps
{
    public static TResult MapTo<TResult>(this string text, Func<string, TResult> map) => map(text);

    public static void MapItem(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapGet(pattern, handler).RequireDropletRead();
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
public static partial class DropletDeck;
