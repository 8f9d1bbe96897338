using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: paths that come back from an awaited method, a Task, or a ValueTask
class Users(DigitalOceanClient client)
{
    private static async Task<string> PathAsync() { await Task.Delay(1); return "/v2/droplets"; }
    private static ValueTask<string> Value() => new("/v2/volumes");
    private static Task<Uri> Address() => Task.FromResult(new Uri("https://api.digitalocean.com/v2/images"));
    public async Task<string> A() => await client.GetStringAsync(await PathAsync()); // expect: DOO102 droplet:read
    public async Task<string> B() => await client.GetStringAsync(await Value()); // expect: DOO102 block_storage:read
    public async Task<string> C(HttpClient http) => await http.GetStringAsync(await Address()); // expect: DOO102 image:read
    public async Task<string> D() => await client.GetStringAsync(await PathAsync().ConfigureAwait(false)); // expect: DOO102 droplet:read
    public string E() => client.GetStringAsync("/v2/snapshots").GetAwaiter().GetResult(); // expect: DOO102 snapshot:read
    public string F() => client.GetStringAsync(PathAsync().GetAwaiter().GetResult()).Result; // expect: DOO102 droplet:read
    public string G() => client.GetStringAsync(PathAsync().Result).Result; // expect: DOO102 droplet:read
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
