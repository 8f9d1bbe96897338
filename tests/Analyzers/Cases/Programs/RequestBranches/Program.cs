using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a request that is created in one place and completed in another
class Users(DigitalOceanClient client)
{
    public async Task Save(string name, bool exists)
    {
        using var request = new HttpRequestMessage();
        if (exists) { request.Method = HttpMethod.Get; request.RequestUri = new Uri("/v2/account", UriKind.Relative); }
        else { request.Method = HttpMethod.Post; request.RequestUri = new Uri("/v2/domains", UriKind.Relative); }
        await client.SendAsync(request); // expect: DOO102 domain:create
    }
    public async Task Save2(string name, bool exists)
    {
        var (verb, path) = exists ? (HttpMethod.Post, "/v2/droplets") : (HttpMethod.Get, "/v2/account");
        await client.SendAsync(new HttpRequestMessage(verb, path)); // expect: DOO102 droplet:create
    }
    public async Task Each()
    {
        foreach (var (verb, path) in new[] { (HttpMethod.Get, "/v2/account"), (HttpMethod.Post, "/v2/volumes"), (HttpMethod.Get, "/v2/1-clicks") })
        {
            await client.SendAsync(new HttpRequestMessage(verb, path)); // expect: DOO102 block_storage:create
        }
    }
    public async Task Save3(string name, bool exists)
    {
        var verb = exists ? HttpMethod.Delete : HttpMethod.Post;
        var path = exists ? $"/v2/domains/{DigitalOceanPath.Segment(name)}" : "/v2/domains";
        await client.SendAsync(new HttpRequestMessage(verb, path)); // expect: DOO102 domain:delete
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
