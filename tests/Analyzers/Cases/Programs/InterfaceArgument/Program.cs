using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a resource is an argument, and each client gets its own
interface IResource { string Path { get; } }
class AccountResource : IResource { public string Path => "/v2/account"; }
class DropletResource : IResource { public string Path => "/v2/droplets"; }

class UserStore(DigitalOceanClient client) { public Task<string> Read(IResource resource) => client.GetStringAsync(resource.Path); }
class RobotStore(HttpClient http, string token)
{
    public Task<string> Read(IResource resource)
    {
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http.GetStringAsync("https://api.digitalocean.com" + resource.Path);
    }
}

class Uses(UserStore users, RobotStore robot)
{
    public Task<string> Me() => users.Read(new AccountResource());
    public Task<string> Droplets() => robot.Read(new DropletResource());
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
