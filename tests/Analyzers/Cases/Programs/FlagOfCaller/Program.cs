using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a flag or the path says which client makes the call
class Api(DigitalOceanClient user, HttpClient http, string token)
{
    public Task<string> Me() => Get("/v2/account", asUser: true);
    public Task<string> Droplets() => Get("/v2/droplets", asUser: false);
    public Task<string> Offers() => Route("/v2/account");
    public Task<string> Volumes() => Route("/v2/volumes");
    public Task<string> Images() => Early("/v2/images", false);

    private Task<string> Get(string path, bool asUser) => asUser ? user.GetStringAsync(path) : Robot(path);
    private Task<string> Route(string path) => path.StartsWith("/v2/account") ? user.GetStringAsync(path) : Robot(path);
    private Task<string> Early(string path, bool asUser) { if (!asUser) { return Robot(path); } return user.GetStringAsync(path); }
    private Task<string> Robot(string path) { http.DefaultRequestHeaders.Authorization = new("Bearer", token); return http.GetStringAsync("https://api.digitalocean.com" + path); }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
