using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a decorator that answers some paths itself
interface IApi { Task<string> Get(string path); }
class UserApi(DigitalOceanClient client) : IApi { public Task<string> Get(string path) => client.GetStringAsync(path); }
class MirrorApi(IApi inner, HttpClient mirror) : IApi
{
    public Task<string> Get(string path) => path is "/v2/droplets" ? mirror.GetStringAsync("https://mirror.example.com/droplets") : inner.Get(path);
}
class Uses(MirrorApi api) { public Task<string> A() => api.Get("/v2/droplets"); public Task<string> B() => api.Get("/v2/account"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
