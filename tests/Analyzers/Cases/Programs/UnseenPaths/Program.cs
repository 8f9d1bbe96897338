using System.Collections.Immutable;
using System.Text;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<ITeamApi, TeamApi>(c => c.BaseAddress = new Uri("https://api.digitalocean.com/"));
var app = builder.Build();
app.MapDeck();
app.Run();

// A second batch of ways to put a path together. Only account:read is declared.

// case: an endpoint record that is handed to a sender
public sealed record Endpoint(HttpMethod Method, string Path);
public static class Endpoints
{
    public static readonly Endpoint Account = new(HttpMethod.Get, "/v2/account");
    public static readonly Endpoint Certificates = new(HttpMethod.Get, "/v2/certificates");
    public static readonly Endpoint NeverUsed = new(HttpMethod.Delete, "/v2/registries/x");
    public static Endpoint Firewall(Guid id) => new(HttpMethod.Get, $"/v2/firewalls/{id}");
}

public class Sender(DigitalOceanClient client)
{
    public async Task<string> SendAsync(Endpoint endpoint, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(endpoint.Method, endpoint.Path);
        using var response = await client.SendAsync(request, cancel);
        return await response.Content.ReadAsStringAsync(cancel);
    }
}

public class UsesSender(Sender sender)
{
    public Task<string> A() => sender.SendAsync(Endpoints.Account);
    public Task<string> B() => sender.SendAsync(Endpoints.Certificates); // expect: DOO102 certificate:read #b
    public Task<string> C(Guid id) => sender.SendAsync(Endpoints.Firewall(id)); // expect: DOO102 firewall:read #c
    public Task<string> D() => sender.SendAsync(new Endpoint(HttpMethod.Post, "/v2/vpcs")); // expect: DOO102 vpc:create #d
    public Task<string> E() => sender.SendAsync(Endpoints.Account with { Path = "/v2/cdn/endpoints" }); // expect: DOO102 cdn:read #e
}

// case: nested constants by resource, joined by a base class
public abstract class Service(DigitalOceanClient client, string resource) { protected Task<string> Get(string? rest = null) => client.GetStringAsync(rest is null ? $"v2/{resource}" : $"v2/{resource}/{rest}"); protected Task Delete(string rest) => client.DeleteAsync($"v2/{resource}/{rest}"); }
public sealed class DomainService(DigitalOceanClient client) : Service(client, "domains") { public Task<string> All() => Get(); public Task Drop() => Delete("example.com"); } // expect: DOO102 domain:read
public sealed class AccountService(DigitalOceanClient client) : Service(client, "account") { public Task<string> Me() => Get(); }

// case: a generic service with a constraint and an instance property
public interface IEntity { string Resource { get; } }
public sealed class ImageEntity : IEntity { public string Resource => "images"; }
public class EntityService<T>(DigitalOceanClient client) where T : IEntity, new() { public Task<string> All() => client.GetStringAsync("/v2/" + new T().Resource); } // or: DOO102
public class UsesEntity(EntityService<ImageEntity> images) { public Task<string> Go() => images.All(); } // expect: DOO102 image:read

// case: extension of HttpClient with a relative path, on the user's client
public static class Paging { public static async IAsyncEnumerable<string> Pages(this HttpClient http, string path) { for (var page = 1; page < 9; page++) { yield return await http.GetStringAsync($"{path}?page={page}&per_page=200"); } } }
public class UsesPaging(DigitalOceanClient client) { public IAsyncEnumerable<string> Go() => client.Pages("/v2/load_balancers"); } // expect: DOO102 load_balancer:read

// case: the path in a local that an if changes
public class Changed(DigitalOceanClient client) { public Task<string> Go(string? region) { var path = "/v2/databases"; if (region is not null) { path += $"?region={Uri.EscapeDataString(region)}"; } return client.GetStringAsync(path); } } // expect: DOO102 database:read

// case: interpolated handler and verbatim
public class Verbatim(DigitalOceanClient client) { public Task Go(Guid id) => client.PostAsync($@"/v2/kubernetes/clusters/{id:D}/upgrade", new StringContent("{}", Encoding.UTF8, "application/json")); } // expect: DOO102 kubernetes:update

// case: a partial property
public partial class Halves { public static partial string Path { get; } }
public partial class Halves { public static partial string Path => "/v2/uptime/checks"; }
public class UsesHalves(DigitalOceanClient client) { public Task<string> Go() => client.GetStringAsync(Halves.Path); } // expect: DOO102 uptime:read

// case: immutable arrays and a loop with an index
public class Loop(DigitalOceanClient client) { private static readonly ImmutableArray<string> All = ["account", "tags"]; public async Task Go() { for (var i = 0; i < All.Length; i++) { await client.GetStringAsync($"/v2/{All[i]}"); } } } // expect: DOO102 tag:read

// case: a dictionary of verbs to requests
public class Table(DigitalOceanClient client)
{
    private static readonly Dictionary<string, (HttpMethod Method, string Path)> Actions = new() { ["list"] = (HttpMethod.Get, "/v2/volumes"), ["me"] = (HttpMethod.Get, "/v2/account") };
    public Task Go(string action) { var (method, path) = Actions[action]; return client.SendAsync(new HttpRequestMessage(method, path)); } // expect: DOO102 block_storage:read
}

// case: a typed client with a helper of its own
public interface ITeamApi { Task<string> Keys(); }
public class TeamApi(HttpClient http) : ITeamApi { private const string V2 = "v2"; public Task<string> Keys() => Get("account", "keys"); private Task<string> Get(params string[] parts) => http.GetStringAsync($"{V2}/{string.Join("/", parts)}"); } // expect: DOO102 ssh_key:read

// case: Uri of parts, by a method with a default
public class Addressed(DigitalOceanClient client) { private static Uri At(string path, string host = "https://api.digitalocean.com") => new($"{host}/v2/{path}"); public Task Go() => client.DeleteAsync(At("images/7")); } // expect: DOO102 image:delete

// case: using alias and static using would be other files; a nested static class
public static class Api { public const string Version = "/v2"; public static class Projects { public const string Root = Version + "/projects"; public static string One(Guid id) => Root + "/" + id; } }
public class UsesApi(DigitalOceanClient client) { public Task Go(Guid id) => client.PutAsJsonAsync(Api.Projects.One(id), new { }); } // expect: DOO102 project:update

// case: a command object that runs itself
public abstract class Command<T> { public abstract HttpRequestMessage ToRequest(); public async Task<HttpResponseMessage> Run(HttpClient http) { using var request = ToRequest(); return await http.SendAsync(request); } } // or: DOO102
public sealed class DropVpc(Guid id) : Command<bool> { public override HttpRequestMessage ToRequest() => new(HttpMethod.Delete, $"/v2/vpcs/{id}"); }
public class UsesCommand(DigitalOceanClient client) { public Task Go(Guid id) => new DropVpc(id).Run(client); } // expect: DOO102 vpc:delete

// case: a string builder in a helper
public class Built(DigitalOceanClient client) { private static string Of(string kind, int? page) { var text = new StringBuilder("/v2/").Append(kind); if (page is { } number) { text.Append("?page=").Append(number); } return text.ToString(); } public Task<string> Go() => client.GetStringAsync(Of("reserved_ips", 1)); } // expect: DOO102 reserved_ip:read

// case: the first path that is not null
public class Fallback(DigitalOceanClient client) { private readonly string? _path; public Task<string> Go() => client.GetStringAsync(_path ?? Default()); private static string Default() => "/v2/actions"; } // expect: DOO102 actions:read

// case: quiet
public class Quiet(DigitalOceanClient client, IConfiguration configuration)
{
    private static readonly Dictionary<string, string> Names = new() { ["me"] = "/v2/account", ["other"] = "/v2/account?x" };
    public Task<string> A(string name) => client.GetStringAsync(Names[name]);
    public Task<string> B() => client.GetStringAsync(configuration["Path"]);
    public Task<string> C(IReadOnlyList<string> parts) => client.GetStringAsync(string.Join('/', parts));
    public Task<string> D(Func<string> path) => client.GetStringAsync(path());
    public Task<string> E() => client.GetStringAsync("/v2/accounts"[..^1]);
    public Task<string> F(Type type) => client.GetStringAsync($"/v2/{type.Name.ToLower()}");
    public Task<string> G(Endpoint endpoint) => client.GetStringAsync(endpoint.Path);
    public async Task H() { foreach (var path in Names.Values) { await client.GetStringAsync(path); } }
    public Task<string> I() { var (a, b) = Two(); return client.GetStringAsync(a + b); }
    private static (string, string) Two() => ("/v2/", "account");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
