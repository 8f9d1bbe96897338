using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a local of another method has the field's name; an initializer has the property's
class Users(DigitalOceanClient client)
{
    private readonly string path = "/v2/droplets";
    public Task<string> All() => client.GetStringAsync(path); // expect: DOO102 droplet:read
    public static string Link(bool wide) { string path = "/droplets"; if (wide) path = "/droplets?wide=1"; return path; }
}

class Volumes(DigitalOceanClient client, string id)
{
    public HttpMethod Method { get; } = HttpMethod.Delete;
    public async Task Delete() { using var request = new HttpRequestMessage { Method = Method, RequestUri = new Uri("/v2/volumes/1", UriKind.Relative) }; await client.SendAsync(request); } // expect: DOO102 block_storage:delete
}

class Primary(DigitalOceanClient client, string path = "/v2/images")
{
    public Task<string> All() => client.GetStringAsync(path); // expect: DOO102 image:read
    public static string Link(bool wide) { string path = "/images"; if (wide) path += "?wide=1"; return path; }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
