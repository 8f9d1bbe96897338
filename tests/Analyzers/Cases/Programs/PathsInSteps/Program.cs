using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a factory that chooses by an argument, one that calls another, and one that calls itself
sealed class Path
{
    private readonly string _text;
    private Path(string text) => _text = text;
    public static Path Of(string text) => new(text);
    public static Path In(string area) => Of($"/v2/{area}");
    public static Path Either(bool first, string one, string other) => first ? Of(one) : Of(other);
    public static Path Deep(string text, int depth) => depth == 0 ? new(text) : Deep(text + "/x", depth - 1);
    public Path Then(string segment) => new(_text + "/" + segment);
    public Path When(bool isIn, string segment) => isIn ? Then(segment) : this;
    public override string ToString() => _text;
    public string Text => _text;
}

sealed class Users(DigitalOceanClient client)
{
    private static readonly Path s_root = Path.In("account");
    private readonly Path _images = Path.Of("/v2").Then("images");

    public Task<string> A() => client.GetStringAsync(Path.In("droplets").Text); // expect: DOO102 droplet:read
    public Task<string> B() => client.GetStringAsync(Path.In("account").Text);
    public Task<string> C() => client.GetStringAsync(s_root.Text);
    public Task<string> D() => client.GetStringAsync(s_root.Then("keys").Text); // expect: DOO102 ssh_key:read
    public Task<string> E() => client.GetStringAsync(_images.Text); // expect: DOO102 image:read
    public Task<string> F(bool first) => client.GetStringAsync(Path.Either(first, "/v2/account", "/v2/1-clicks").Text);
    public Task<string> G() => client.GetStringAsync(Path.Either(true, "/v2/account", "/v2/vpcs").Text);
    public Task<string> H() { var path = Path.Of("/v2"); path = path.Then("volumes"); return client.GetStringAsync(path.Text); } // expect: DOO102 block_storage:read
    public Task<string> I() { var path = Path.Of("/v2/snapshots"); path = Path.Of("/v2/account"); return client.GetStringAsync($"{path}"); }
    public Task<string> J() => client.GetStringAsync(Path.Of("/v2/sizes").When(false, "x").Text); // undecidable: DOO102
    public Task<string> K() => client.GetStringAsync(Path.Deep("/v2/regions", 0).Text); // undecidable: DOO102
    public Task<string> L() => Run(Path.In("certificates")); // expect: DOO102 certificate:read
    public Task<string> M() => Run(Path.In("account"));
    public Task<string> N() => Run(s_root.Then("..").Then("account"));
    private Task<string> Run(Path path) => client.GetStringAsync(path.Text); // or: DOO102
    public Task<string> O(Func<Path> make) => client.GetStringAsync(make().Text);
    public async Task<string> P() { foreach (var path in new[] { Path.In("account"), Path.In("domains") }) { await client.GetStringAsync(path.Text); } return ""; } // expect: DOO102 domain:read
    public Task<string> Q() => client.GetStringAsync(new[] { Path.In("account"), Path.In("nfs") }[0].Text);
}

// case: other clients with the same factory
sealed class Others(HttpClient http)
{
    public Task<string> A() => http.GetStringAsync("https://api.example.com" + Path.In("projects").Text);
}

// case: requests by functions that the caller passes
sealed class Retries(DigitalOceanClient client)
{
    public Task A() => Run(() => new HttpRequestMessage(HttpMethod.Delete, "/v2/cdn/endpoints/1")); // expect: DOO102 cdn:delete
    public Task B() => Run(() => new HttpRequestMessage(HttpMethod.Get, "/v2/account"));
    public Task C() => Run(Make); // expect: DOO102 registry:read
    public Task D() => Run(() => { var request = new HttpRequestMessage(); request.RequestUri = new Uri("/v2/account", UriKind.Relative); return request; });
    public Task E() => Number(id => new HttpRequestMessage(HttpMethod.Get, $"/v2/actions/{id}")); // expect: DOO102 actions:read
    public Task F() => Text(() => "/v2/uptime/checks"); // expect: DOO102 uptime:read
    public Task G() => Text(() => "/v2/account");
    public Task H(string path) => Text(() => path);
    public Task I() { Func<string> later = () => "/v2/account"; return Text(later); }
    private static HttpRequestMessage Make() => new(HttpMethod.Get, "/v2/registries");
    private async Task Run(Func<HttpRequestMessage> make) { using var request = make(); await client.SendAsync(request); } // or: DOO102
    private async Task Number(Func<long, HttpRequestMessage> make) { using var request = make(5); await client.SendAsync(request); } // or: DOO102
    private Task<string> Text(Func<string> path) => client.GetStringAsync(path()); // or: DOO102
}

// case: static abstract members through constructed types and generic methods
interface IKind { static abstract string Segment { get; } }
sealed class Firewall : IKind { public static string Segment => "firewalls"; }
sealed class Me : IKind { public static string Segment => "account"; }
sealed class Scan : IKind { public static string Segment => "security/scans"; }
static class Paths<T> where T : IKind { public static string All => $"/v2/{T.Segment}"; public static string Root<TOther>() where TOther : IKind => $"/v2/{TOther.Segment}"; }
static class Paths { public static string Of<T>() where T : IKind => Paths<T>.All; public static string Twice<T>() where T : IKind => Of<T>(); }
sealed class Kinds(DigitalOceanClient client)
{
    public Task<string> A() => client.GetStringAsync(Paths<Me>.All);
    public Task<string> B() => client.GetStringAsync(Paths.Of<Me>());
    public Task<string> C() => client.GetStringAsync(Paths.Twice<Firewall>()); // expect: DOO102 firewall:read
    public Task<string> D() => client.GetStringAsync(Paths<Scan>.Root<Me>());
    public Task<string> E() => client.GetStringAsync(Paths<Me>.Root<Scan>()); // expect: DOO102 security:read
    public Task<string> F() => Get<Me>();
    private Task<string> Get<T>() where T : IKind => client.GetStringAsync(Paths.Twice<T>()); // or: DOO102
}

// case: a base class whose own members put the path together for the class that asks
abstract class Endpoint(DigitalOceanClient client)
{
    protected DigitalOceanClient Client => client;
    protected abstract string Root { get; }
    protected string Url(params string[] segments) => string.Join('/', ["/v2", Root, .. segments]);
    protected virtual string Own => Url();
}
sealed class Balancers(DigitalOceanClient client) : Endpoint(client) { protected override string Root => "load_balancers"; public Task<string> All() => Client.GetStringAsync(Url()); public Task<string> One(string id) => Client.GetStringAsync(Url(DigitalOceanPath.Segment(id))); } // expect: DOO102 load_balancer:read
sealed class Profile(DigitalOceanClient client) : Endpoint(client) { protected override string Root => "account"; public Task<string> All() => Client.GetStringAsync(Url()); public Task<string> Me() => Client.GetStringAsync(Own); public Task<string> B() => Client.GetStringAsync(base.Url()); }
class Gateways(DigitalOceanClient client) : Endpoint(client) { protected override string Root => "vpc_nat_gateways"; public Task<string> All() => Client.GetStringAsync(Url()); } // expect: DOO102 nat_gateway:read
sealed class Peerings(DigitalOceanClient client) : Gateways(client) { protected override string Root => "vpc_peerings"; } // or: DOO102

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
