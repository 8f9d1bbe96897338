using System.Collections.Frozen;
using System.Text;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// Paths that are put together in ways that were not tried before.

// case: Concat and Join
class Joined(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync(string.Concat("/", string.Join('/', "v2", "firewalls"))); } // expect: DOO102 firewall:read

// case: composite format in a constant of another class
static class Formats { public const string Certificate = "/v2/certificates/{0}"; }
class Composite(DigitalOceanClient client) { public Task Drop(Guid id) => client.DeleteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Formats.Certificate, id)); } // expect: DOO102 certificate:delete

// case: instance helper with two returns
class TwoReturns(DigitalOceanClient client)
{
    private readonly bool _all = true;

    private string Where(int? page)
    {
        if (page is null)
        {
            return "/v2/snapshots";
        }

        return $"/v2/snapshots?page={page}";
    }

    public Task<string> Get(int? page) => client.GetStringAsync(Where(_all ? null : page)); // expect: DOO102 snapshot:read
}

// case: a switch statement in a helper
class Statement(DigitalOceanClient client)
{
    private static string Segment(Kind kind)
    {
        switch (kind)
        {
            case Kind.Vpc: return "vpcs";
            default: return "account";
        }
    }

    public enum Kind { Vpc, Account }
    public Task<string> Get() => client.GetStringAsync("/v2/" + Segment(Kind.Vpc)); // expect: DOO102 vpc:read
}

// case: UriBuilder with Path set later
class LaterPath(DigitalOceanClient client)
{
    public async Task<string> Get()
    {
        var uri = new UriBuilder { Scheme = "https", Host = "api.digitalocean.com" };
        uri.Path = "/v2/projects";
        uri.Query = "page=2";
        return await client.GetStringAsync(uri.ToString()); // expect: DOO102 project:read
    }
}

// case: StringBuilder handed to a helper
class Handed(DigitalOceanClient client)
{
    private static void Start(StringBuilder text) => text.Append("/v2/").Append("load_balancers");
    public Task<string> Get(Guid id)
    {
        var text = new StringBuilder();
        Start(text);
        text.Append('/').Append(id);
        return client.GetStringAsync(text.ToString()); // undecidable: DOO102
    }
}

// case: StringBuilder with AppendFormat
class AppendedFormat(DigitalOceanClient client)
{
    public Task<string> Get(Guid id)
    {
        var text = new StringBuilder().Append("/v2").AppendFormat("/load_balancers/{0}", id);
        return client.GetStringAsync(text.ToString()); // expect: DOO102 load_balancer:read
    }
}

// case: an array by index
class Indexed(DigitalOceanClient client) { private static readonly string[] Paths = ["/v2/account", "/v2/volumes"]; public Task<string> Get() => client.GetStringAsync(Paths[1]); } // expect: DOO102 block_storage:read

// case: a frozen dictionary
class Looked(DigitalOceanClient client)
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string> { ["ips"] = "/v2/reserved_ips" }.ToFrozenDictionary();
    public Task<string> Get() => client.GetStringAsync(Paths["ips"]); // expect: DOO102 reserved_ip:read
}

// case: a dictionary, with TryGetValue
class Tried(DigitalOceanClient client)
{
    private static readonly Dictionary<string, string> Paths = new() { { "cdn", "/v2/cdn/endpoints" } };
    public async Task<string?> Get(string name) => Paths.TryGetValue(name, out var path) ? await client.GetStringAsync(path) : null; // expect: DOO102 cdn:read
}

// case: a record's property
record Route(string Verb, string Path);
class Routed(DigitalOceanClient client) { private static readonly Route List = new("GET", "/v2/apps"); public Task Go() => client.SendAsync(new HttpRequestMessage(HttpMethod.Parse(List.Verb), List.Path)); } // expect: DOO102 app:read

// case: a record copied with another path
class Copied(DigitalOceanClient client) { public Task<string> Go() { var route = new Route("GET", "/v2/account"); var other = route with { Path = "/v2/certificates" }; return client.GetStringAsync(other.Path); } } // expect: DOO102 certificate:read

// case: the base's constructor, by a property
abstract class Endpoint { protected Endpoint(string name) => Root = "/v2/" + name; protected string Root { get; } }
class Firewalls(DigitalOceanClient client) : Endpoint("firewalls") { public Task Remove(Guid id) => client.DeleteAsync($"{Root}/{id}"); } // expect: DOO102 firewall:delete

// case: virtual with a default, overridden
class Plain(DigitalOceanClient client) { protected virtual string Path() => "/v2/account"; public Task<string> List() => client.GetStringAsync(Path()); } // or: DOO102
class Special(DigitalOceanClient client) : Plain(client) { protected override string Path() => "/v2/vpcs"; } // expect: DOO102 vpc:read

// case: static abstract
interface IResource { static abstract string Path { get; } }
class Vpc : IResource { public static string Path => "/v2/vpcs"; }
class Account : IResource { public static string Path => "/v2/account"; }
class Repository<T>(DigitalOceanClient client) where T : IResource { public Task<string> List() => client.GetStringAsync(T.Path); } // or: DOO102
class UsesRepository(Repository<Vpc> vpcs, Repository<Account> accounts) { public async Task Go() { await vpcs.List(); await accounts.List(); } } // expect: DOO102 vpc:read

// case: a factory method of requests in another class
static class Requests { public static HttpRequestMessage Put(string what, object id) => new(HttpMethod.Put, $"/v2/{what}/{id}") { Content = new StringContent("{}") }; }
class Factored(DigitalOceanClient client) { public Task Go(Guid id) => client.SendAsync(Requests.Put("projects", id)); } // expect: DOO102 project:update

// case: a fluent builder
class RequestBuilder
{
    private HttpMethod _method = HttpMethod.Get;
    private string _path = "";
    public RequestBuilder Delete() { _method = HttpMethod.Delete; return this; }
    public RequestBuilder At(string path) { _path = path; return this; }
    public HttpRequestMessage Build() => new(_method, _path);
}

class Fluent(DigitalOceanClient client) { public Task Go(Guid id) => client.SendAsync(new RequestBuilder().At($"/v2/vpcs/{id}").Delete().Build()); } // expect: DOO102 vpc:delete

// case: fluent, with segments
class Segments { private readonly StringBuilder _text = new("/v2"); public Segments Add(string part) { _text.Append('/').Append(part); return this; } public override string ToString() => _text.ToString(); }
class Segmented(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync(new Segments().Add("uptime").Add("checks").ToString()); } // undecidable: DOO102

// case: Trim, Replace and a template
class Template(DigitalOceanClient client) { public Task<string> Go(Guid id) => client.GetStringAsync("v2/load_balancers/{id}/".Replace("{id}", id.ToString()).TrimEnd('/')); } // expect: DOO102 load_balancer:read

// case: null-coalescing and conditional
class Coalesced(DigitalOceanClient client) { public Task<string> Go(string? cursor) { string? given = null; return client.GetStringAsync(given ?? (cursor is null ? "/v2/apps" : $"/v2/apps?page={cursor}")); } } // expect: DOO102 app:read

// case: a Lazy
class Late(DigitalOceanClient client) { private static readonly Lazy<string> Path = new(() => "/v2/certificates"); public Task<string> Go() => client.GetStringAsync(Path.Value); } // expect: DOO102 certificate:read

// case: a range of a constant
class Sliced(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync("x/v2/snapshots"[1..]); } // expect: DOO102 snapshot:read

// case: Select and WhenAll
class Selected(DigitalOceanClient client) { public Task<string[]> Go() => Task.WhenAll(new[] { "vpcs", "account" }.Select(name => client.GetStringAsync($"/v2/{name}"))); } // expect: DOO102 vpc:read

// case: declared scopes only, in all these shapes: quiet
class Quiet(DigitalOceanClient client)
{
    private static readonly string[] Paths = ["/v2/account"];
    private static readonly Dictionary<string, string> ByName = new() { ["me"] = "/v2/account" };
    public Task<string> A() => client.GetStringAsync(string.Concat("/v2", "/", "account"));
    public Task<string> B() => client.GetStringAsync(Paths[0]);
    public Task<string> C() => client.GetStringAsync(ByName["me"]);
    public Task<string> D() => client.GetStringAsync(new StringBuilder("/v2/").Append("account").ToString());
    public Task<string> E() => client.GetStringAsync("/v2/{what}".Replace("{what}", "account"));
    public Task<string> F() { var path = "/v2/droplets"; path = "/v2/account"; return client.GetStringAsync(path); }
    public Task<string> G() { string path; if (DateTime.Now.Day == 1) { path = "/v2/account"; } else { path = "/v2/account?x=1"; } return client.GetStringAsync(path); }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
