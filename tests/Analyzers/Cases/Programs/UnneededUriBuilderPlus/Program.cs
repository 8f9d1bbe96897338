using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a path that grows in a UriBuilder
class Users(DigitalOceanClient client)
{
    public Task<string> Keys()
    {
        var uri = new UriBuilder("https://api.digitalocean.com/v2/account");
        uri.Path += "/keys";
        return client.GetStringAsync(uri.Uri);
    }

    public Task Reboot(long id)
    {
        var uri = new UriBuilder("https://api.digitalocean.com/v2/droplets");
        uri.Path += $"/{id}/actions";
        return client.PostAsJsonAsync(uri.Uri, new { type = "reboot" });
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Update)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
