using Sdk;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: one of two clients, kept, returned or handed on as HttpClient
app.MapGet("/1", (Picked picked) => picked.Work());
app.MapGet("/2", (Kept kept) => kept.Work());
app.MapGet("/3", (Late late) => late.Work());
app.MapGet("/4", (DigitalOceanClient digitalOcean, HttpClient other, bool own) => new DropletSdk(own ? digitalOcean : other).Load("/v2/firewalls"));
app.Run();

public class Picked(DigitalOceanClient digitalOcean, IHttpClientFactory factory)
{
    private HttpClient Pick(bool own) => own ? digitalOcean : factory.CreateClient();
    public async Task Work() { foreach (var own in new[] { true, false }) { await Load(Pick(own)); } }
    private static Task Load(HttpClient http) => http.GetStringAsync("/v2/cdn/endpoints");
}
public class Kept(DigitalOceanClient digitalOcean, IHttpClientFactory factory, IConfiguration configuration)
{
    private readonly HttpClient _http = configuration["Mock"] is null ? digitalOcean : factory.CreateClient("mock");
    public Task Work() => _http.GetStringAsync("/v2/projects");
}
public class Late(DigitalOceanClient digitalOcean)
{
    private HttpClient? _http;
    private HttpClient Http => _http ??= digitalOcean;
    public Task Work() => Http.GetStringAsync("/v2/uptime/checks");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Cdn.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
[DigitalOceanScope(Scopes.Uptime.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Deck;
