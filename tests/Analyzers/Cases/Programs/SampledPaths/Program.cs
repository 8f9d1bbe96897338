using System.Globalization;
using System.Text;
using System.Web;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// Paths in the styles of SDKs that people write for themselves. Only account:read is declared.

// case: a request type of the project's own, with the verb and the path in its constructor
sealed class ListFirewalls(int page) : HttpRequestMessage(HttpMethod.Get, $"/v2/firewalls?page={page}");
class OwnRequest(DigitalOceanClient client) { public Task Go() => client.SendAsync(new ListFirewalls(2)); } // expect: DOO102 firewall:read

// case: a request type whose base takes the path's end
abstract class CertificateRequest(HttpMethod method, string rest) : HttpRequestMessage(method, "/v2/certificates" + rest);
sealed class DropCertificate(Guid id) : CertificateRequest(HttpMethod.Delete, $"/{id}");
class OwnRequestTwoDeep(DigitalOceanClient client) { public Task Go(Guid id) { using var request = new DropCertificate(id); return client.SendAsync(request); } } // expect: DOO102 certificate:delete

// case: a request type that sets its properties in the constructor's body
sealed class PatchProject : HttpRequestMessage { public PatchProject(Guid id) { Method = HttpMethod.Patch; RequestUri = new Uri("/v2/projects/" + id, UriKind.Relative); } }
class OwnRequestBody(DigitalOceanClient client) { public Task Go(Guid id) => client.SendAsync(new PatchProject(id)); } // expect: DOO102 project:update

// case: a delegate in a field
class FieldDelegate { private readonly Func<string, Task<string>> _get; public FieldDelegate(DigitalOceanClient client) { _get = path => client.GetStringAsync(path); } public Task<string> Go() => _get("/v2/cdn/endpoints"); } // expect: DOO102 cdn:read

// case: a method group in a field, with a path of its own
class FieldGroup { private readonly Func<string, Task<string>> _get; public FieldGroup(DigitalOceanClient client) => _get = client.GetStringAsync; public Task<string> Go(Guid id) => _get($"/v2/certificates/{id}"); } // expect: DOO102 certificate:read

// case: a delegate in a property that is set where the object is made
class Source { public required Func<int, string> Path { get; init; } }
class PropertyDelegate(DigitalOceanClient client) { private static readonly Source Volumes = new() { Path = page => $"/v2/volumes?page={page}" }; public Task<string> Go() => client.GetStringAsync(Volumes.Path(1)); } // expect: DOO102 block_storage:read

// case: a record with another path
record Call(HttpMethod Method, string Path) { public static readonly Call List = new(HttpMethod.Get, "/v2/account"); }
class With(DigitalOceanClient client) { public Task Go(Guid id) { var call = Call.List with { Method = HttpMethod.Delete, Path = $"/v2/vpcs/{id}" }; return client.SendAsync(new HttpRequestMessage(call.Method, call.Path)); } } // expect: DOO102 vpc:delete

// case: a record struct with another method only
readonly record struct Op(string Verb, string Path);
class WithStruct(DigitalOceanClient client) { public Task Go() { var read = new Op("GET", "/v2/tags"); var write = read with { Verb = "POST" }; return client.SendAsync(new HttpRequestMessage(new HttpMethod(write.Verb), write.Path)); } } // expect: DOO102 tag:create

// case: a Lazy made by a method
class LazyMethod(DigitalOceanClient client) { private static string Make() => "/v2/nfs"; private readonly Lazy<string> _path = new(Make); public Task<string> Go() => client.GetStringAsync(_path.Value); } // expect: DOO102 nfs:read

// case: a Lazy with a value
class LazyValue(DigitalOceanClient client) { private readonly Lazy<string> _path = new("/v2/uptime/checks"); public Task<string> Go() => client.GetStringAsync(_path.Value); } // expect: DOO102 uptime:read

// case: the slash is cut off by a range
class Ranged(DigitalOceanClient client) { private Task<string> Get(string path) => client.GetStringAsync(path.StartsWith('/') ? path[1..] : path); public Task<string> Go() => Get("/v2/spaces/keys"); } // expect: DOO102 spaces_key:read

// case: the slash is cut off by Substring
class Cut(DigitalOceanClient client) { public Task<string> Go() { const string path = "//v2/monitoring/alerts"; return client.GetStringAsync(path.Substring(1)); } } // expect: DOO102 monitoring:read

// case: the end is cut off by a range from the end
class CutEnd(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync("/v2/databases/"[..^1]); } // expect: DOO102 database:read

// case: LINQ over paths, in a foreach
class Selected(DigitalOceanClient client) { public async Task Go() { foreach (var path in new[] { "sizes", "regions" }.Select(name => $"/v2/{name}")) { await client.GetStringAsync(path); } } } // expect: DOO102 regions:read

// case: LINQ with method syntax, a lambda with a block
class SelectedBlock(DigitalOceanClient client)
{
    private static readonly string[] Kinds = ["databases", "account"];
    public async Task<string[]> Go() => await Task.WhenAll(Kinds.Select(async kind =>
    {
        var text = await client.GetStringAsync("/v2/" + kind); // expect: DOO102 database:read
        return text.Trim();
    }));
}

// case: LINQ query syntax
class Query(DigitalOceanClient client) { public Task<string[]> Go() => Task.WhenAll(from kind in new[] { "apps", "account" } select client.GetStringAsync($"/v2/{kind}")); } // expect: DOO102 app:read

// case: List.ConvertAll and ForEach
class Each(DigitalOceanClient client) { private readonly List<string> _paths = ["/v2/functions/namespaces"]; public void Go() => _paths.ForEach(path => client.GetStringAsync(path).Wait()); } // expect: DOO102 function:read

// case: the type's name
class Vpcs;
class Rest<T>(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync($"/v2/{typeof(T).Name.ToLowerInvariant()}"); } // or: DOO102
class Typed(Rest<Vpcs> rest) { public Task<string> Go() => rest.List(); } // expect: DOO102 vpc:read

// case: nameof with a letter made small
class Named(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync("/v2/" + nameof(Firewalls).ToLowerInvariant()); private static void Firewalls() { } } // expect: DOO102 firewall:read

// case: GetType().Name in a base class
abstract class Entity(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync("/v2/" + GetType().Name.ToLower()); } // or: DOO102
sealed class Projects(DigitalOceanClient client) : Entity(client); // expect: DOO102 project:read

// case: an attribute holds the path
[AttributeUsage(AttributeTargets.Class)] sealed class ResourceAttribute(string path) : Attribute { public string Path => path; }
[Resource("/v2/load_balancers")] class LoadBalancer;
class Attributed(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync(typeof(LoadBalancer).GetCustomAttributes(false).OfType<ResourceAttribute>().Single().Path); } // undecidable: DOO102

// case: an extension property
static class Extensions { extension(Guid id) { public string Firewall => $"/v2/firewalls/{id}"; } }
class Extended(DigitalOceanClient client) { public Task Go(Guid id) => client.DeleteAsync(id.Firewall); } // expect: DOO102 firewall:delete

// case: an extension member that is static
static class Statics { extension(Uri) { public static Uri Api(string rest) => new("https://api.digitalocean.com/v2/" + rest); } }
class StaticExtended(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync(Uri.Api("reserved_ips")); } // expect: DOO102 reserved_ip:read

// case: a field of C# 14
class Backed(DigitalOceanClient client) { private string Path { get => field ??= "/v2/certificates"; } public Task<string> Go() => client.GetStringAsync(Path); } // expect: DOO102 certificate:read

// case: an implicit conversion of a type of the project's own
readonly struct ApiPath(string rest) { public static implicit operator string(ApiPath path) => "/v2/" + path._rest; private readonly string _rest = rest; }
class Converted(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync(new ApiPath("reserved_ipv6")); } // expect: DOO102 reserved_ip:read

// case: an operator that joins
sealed class Url(string text) { public static Url operator /(Url left, string right) => new(left.Text + "/" + right); public string Text { get; } = text; public override string ToString() => Text; }
class Divided(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync((new Url("/v2") / "vpc_peerings").ToString()); } // undecidable: DOO102

// case: an indexer over constants
sealed class Routes { public string this[string name] => name switch { "balance" => "/v2/customers/my/balance", _ => throw new KeyNotFoundException(name) }; }
class Indexed(DigitalOceanClient client) { private readonly Routes _routes = new(); public Task<string> Go() => client.GetStringAsync(_routes["balance"]); } // expect: DOO102 billing:read

// case: an enum by a dictionary of templates
enum Resource { Droplet, Volume }
class ByEnum(DigitalOceanClient client)
{
    private static readonly IReadOnlyDictionary<Resource, string> Templates = new Dictionary<Resource, string> { [Resource.Droplet] = "/v2/droplets/{0}", [Resource.Volume] = "/v2/volumes/{0}" };
    public Task Drop(Guid id) => client.DeleteAsync(string.Format(CultureInfo.InvariantCulture, Templates[Resource.Volume], id)); // expect: DOO102 block_storage:delete
}

// case: CompositeFormat
class Parsed(DigitalOceanClient client) { private static readonly CompositeFormat Format = CompositeFormat.Parse("/v2/registries/{0}/repositoriesV2"); public Task<string> Go(int id) => client.GetStringAsync(string.Format(CultureInfo.InvariantCulture, Format, id)); } // expect: DOO102 registry:read

// case: a query put together by HttpUtility
class Utility(DigitalOceanClient client) { public Task<string> Go() { var query = HttpUtility.ParseQueryString(""); query["page"] = "1"; return client.GetStringAsync("/v2/load_balancers?" + query); } } // expect: DOO102 load_balancer:read

// case: Path.Combine and the like of strings
class Combined(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync(string.Join("/", new List<string> { "/v2", "monitoring", "sinks" })); } // expect: DOO102 monitoring:read

// case: params of segments
class Params(DigitalOceanClient client) { private static string Of(params string[] parts) => "/v2/" + string.Join('/', parts); public Task<string> Go() => client.GetStringAsync(Of("kubernetes", "clusters")); } // expect: DOO102 kubernetes:read

// case: params as a span
class ParamsSpan(DigitalOceanClient client) { private static string Of(params ReadOnlySpan<string> parts) => "/v2/" + string.Join('/', parts); public Task<string> Go() => client.GetStringAsync(Of("kubernetes", "options")); } // expect: DOO102 kubernetes:read

// case: Uri with a base in a static
class Based(DigitalOceanClient client) { private static readonly Uri Root = new("https://api.digitalocean.com/v2/"); public Task Go(long id) => client.DeleteAsync(new Uri(Root, $"images/{id}")); } // expect: DOO102 image:delete

// case: a try pattern with an out parameter of a private method
class Out(DigitalOceanClient client)
{
    private static bool TryPath(string kind, out string path) { path = kind == "k8s" ? "/v2/kubernetes/clusters" : ""; return path.Length > 0; }
    public async Task<string> Go() => TryPath("k8s", out var path) ? await client.GetStringAsync(path) : ""; // expect: DOO102 kubernetes:read
}

// case: an iterator of paths
class Iterated(DigitalOceanClient client) { private static IEnumerable<string> Paths() { yield return "/v2/account"; yield return "/v2/domains"; } public async Task Go() { foreach (var path in Paths()) { await client.GetStringAsync(path); } } } // expect: DOO102 domain:read

// case: a queue of paths
class Queued(DigitalOceanClient client) { public async Task Go() { var left = new Queue<string>(["/v2/ssh_nothing", "/v2/account/keys"]); while (left.TryDequeue(out var path)) { await client.GetStringAsync(path); } } } // undecidable: DOO102 // undecidable: DOO105

// case: tuples in an array
class Tuples(DigitalOceanClient client) { private static readonly (string Name, string Path)[] All = [("me", "/v2/account"), ("keys", "/v2/account/keys")]; public async Task Go() { foreach (var (_, path) in All) { await client.GetStringAsync(path); } } } // expect: DOO102 ssh_key:read

// case: the path of the first of several
class First(DigitalOceanClient client) { private static readonly string[] All = ["/v2/sizes", "/v2/account"]; public Task<string> Go() => client.GetStringAsync(All.First()); } // expect: DOO102 sizes:read

// case: an array's last by an index from the end
class Last(DigitalOceanClient client) { private static readonly string[] All = ["/v2/account", "/v2/cdn/endpoints"]; public Task Go() => client.PostAsync(All[^1], null); } // expect: DOO102 cdn:create

// case: chosen by a pattern over a type
abstract record Thing; record Ip : Thing; record Key : Thing;
class Patterned(DigitalOceanClient client) { private static string Of(Thing thing) => thing switch { Ip => "/v2/reserved_ips", Key => "/v2/account/keys", _ => "/v2/account" }; public Task<string> Go(Thing thing) => client.GetStringAsync(Of(thing)); } // expect: DOO102 reserved_ip:read

// case: verbs by a switch
class Verbs(DigitalOceanClient client) { public Task Go(bool on, Guid id) => (on ? (Func<string, HttpContent?, Task<HttpResponseMessage>>)client.PutAsync : client.PostAsync)($"/v2/firewalls/{id}", null); } // undecidable: DOO102 // undecidable: DOO105

// case: local functions in each other
class Local(DigitalOceanClient client) { public Task<string> Go(int page) { return Get("volumes"); Task<string> Get(string kind) => Raw(With(kind)); string With(string kind) => $"/v2/{kind}?page={page}"; Task<string> Raw(string path) => client.GetStringAsync(path); } } // expect: DOO102 block_storage:read

// case: raw strings
class Raw(DigitalOceanClient client) { public Task Go() => client.PostAsJsonAsync("""/v2/tags""", new { name = "x" }); } // expect: DOO102 tag:create

// case: a static constructor
class Constructed(DigitalOceanClient client) { private static readonly string Path; static Constructed() { Path = "/v2/1-clicks/kubernetes"; } public Task Go() => client.PostAsync(Path, null); } // expect: DOO102 kubernetes:update

// case: an init property with a default
class Settings { public string Base { get; init; } = "/v2"; public string Snapshots => $"{Base}/snapshots"; }
class Defaulted(DigitalOceanClient client) { private readonly Settings _settings = new(); public Task<string> Go() => client.GetStringAsync(_settings.Snapshots); } // expect: DOO102 snapshot:read

// case: only what is declared: quiet
class Quiet(DigitalOceanClient client)
{
    private readonly Lazy<string> _late = new(() => "/v2/account");
    private sealed class Me() : HttpRequestMessage(HttpMethod.Get, "/v2/account");
    public Task A() => client.SendAsync(new Me());
    public Task<string> B() => client.GetStringAsync(_late.Value);
    public Task<string> C() => client.GetStringAsync("x/v2/account"[1..]);
    public Task D() { var call = Call.List with { }; return client.SendAsync(new(call.Method, call.Path)); }
    public Task<string[]> E() => Task.WhenAll(new[] { "account" }.Select(name => client.GetStringAsync("/v2/" + name)));
    public Task<string> F() => client.GetStringAsync("/v2/" + nameof(Account).ToLower());
    public Task<string> G(string tail) => client.GetStringAsync(tail[1..]);
    public Task<string> H() => client.GetStringAsync(string.Concat("/v2/account/", "x")[..^2]);
    private static void Account() { }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
