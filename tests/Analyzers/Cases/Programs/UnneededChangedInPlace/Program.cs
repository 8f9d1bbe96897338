using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: scopes that are needed in ways that are hard to see
class Users(DigitalOceanClient client)
{
    public async Task B(bool post)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/account");
        Prepare(request, post);
        await client.SendAsync(request);
    }

    private static void Prepare(HttpRequestMessage request, bool post) { if (post) { request.Method = HttpMethod.Post; request.RequestUri = new Uri("/v2/droplets", UriKind.Relative); } }
    public Task<string> C(IEnumerable<string> paths) => Later(client.GetStringAsync);
    private static Task<string> Later(Func<string, Task<string>> get) { var kept = get; return kept("/v2/volumes"); }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Create)]
[DigitalOceanScope(Scopes.BlockStorage.Read)]
public static partial class Deck;
