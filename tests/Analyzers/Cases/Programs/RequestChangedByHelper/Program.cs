using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a helper sets the request's verb or address
class Users(DigitalOceanClient client)
{
    public async Task Keys()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/volumes");
        Redirect(request);
        await client.SendAsync(request);
    }

    public async Task Create()
    {
        using var request = new HttpRequestMessage { RequestUri = new Uri("/v2/droplets", UriKind.Relative) };
        WithJson(request, new { name = "web" });
        await client.SendAsync(request); // expect: DOO102 droplet:create
    }

    private static void Redirect(HttpRequestMessage request) => request.RequestUri = new Uri("/v2/account", UriKind.Relative);
    private static void WithJson(HttpRequestMessage request, object body) { request.Method = HttpMethod.Post; request.Content = JsonContent.Create(body); }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
