using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: one class for all collections; of each only some methods are used
class Collection(DigitalOceanClient client, string path)
{
    public Task<string> List() => client.GetStringAsync(path);
    public Task<HttpResponseMessage> Create(object body) => client.PostAsJsonAsync(path, body);
    public Task<HttpResponseMessage> Delete(long id) => client.DeleteAsync($"{path}/{id}");
}

class Users(DigitalOceanClient client)
{
    private readonly Collection _account = new(client, "/v2/account");
    private readonly Collection _droplets = new(client, "/v2/droplets");
    private readonly Collection _keys = new(client, "/v2/account/keys");
    public Task<string> Me() => _account.List();
    public Task Reboot() => _droplets.Create(new { name = "web" });
    public Task<string> Keys() => _keys.List();
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Create)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
