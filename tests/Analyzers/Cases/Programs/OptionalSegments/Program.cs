using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a helper that adds the segments that it is given
static class Paths
{
    public static string Of(string root, long? id = null, string? action = null)
    {
        var path = $"/v2/{root}";
        if (id is not null)
        {
            path += $"/{id}";
        }

        if (action is not null)
        {
            path += $"/{action}";
        }

        return path;
    }

    public static string Key(string? id = null) => string.IsNullOrEmpty(id) ? "/v2/account" : $"/v2/account/keys/{id}";
    public static string Droplets(long? id = null) => $"/v2/droplets{(id is null ? "" : $"/{id}/actions")}";
}

class Users(DigitalOceanClient client)
{
    public Task Reboot(long id) => client.PostAsJsonAsync(Paths.Of("droplets", id, "actions"), new { type = "reboot" });
    public Task<string> Me() => client.GetStringAsync(Paths.Key());
    public Task Start(long id) => client.PostAsJsonAsync(Paths.Droplets(id), new { type = "power_on" });
    public Task Stop(long id) => Post("droplets", id, "actions");

    private Task Post(string root, long? id = null, string? action = null)
    {
        var path = $"/v2/{root}";
        if (id is not null)
        {
            path += $"/{id}";
        }

        if (action is not null)
        {
            path += $"/{action}";
        }

        return client.PostAsJsonAsync(path, new { type = "power_off" });
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Update)]
public static partial class Deck;
