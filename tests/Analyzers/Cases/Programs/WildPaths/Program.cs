using System.Globalization;
using System.Text;
using Harbour.Api;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using static Harbour.Api.Routes;
using R = Harbour.Api.Routes.Spaces;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<IStore<Volume>>(services => new Store<Volume>(services.GetRequiredService<DigitalOceanClient>(), "volumes")); // or: DOO102 #store
builder.Services.AddScoped<IStore<Offer>>(services => new Store<Offer>(services.GetRequiredService<DigitalOceanClient>(), "1-clicks"));
var app = builder.Build();
app.MapDeck();
app.Run();

// Paths as services of ordinary apps write them. Only account:read is declared.

// case: string.Create with a culture
class Checks(DigitalOceanClient client) { public Task<string> One(Guid id) => client.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/v2/uptime/checks/{id}")); } // expect: DOO102 uptime:read

// case: FormattableString.Invariant
class Sinks(DigitalOceanClient client) { public Task Drop(Guid id) => client.DeleteAsync(FormattableString.Invariant($"/v2/monitoring/sinks/{id}")); } // expect: DOO102 monitoring:delete

// case: AddQueryString with a dictionary
class Alerts(DigitalOceanClient client)
{
    public Task<string> List(int page, int size)
    {
        var query = new Dictionary<string, string?> { ["page"] = page.ToString(), ["per_page"] = size.ToString() };
        return client.GetStringAsync(QueryHelpers.AddQueryString(Routes.Alerts, query)); // expect: DOO102 monitoring:read
    }
}

// case: QueryString.Create behind the path
class Shares(DigitalOceanClient client) { public Task<string> In(string region) => client.GetStringAsync("/v2/nfs" + QueryString.Create("region", region)); } // expect: DOO102 nfs:read

// case: QueryBuilder in an interpolation
class Members(DigitalOceanClient client)
{
    public async Task<string> Of(Guid vpc, string? type)
    {
        var query = new QueryBuilder();
        if (type is { Length: > 0 })
        {
            query.Add("resource_type", type);
        }

        return await client.GetStringAsync($"/v2/vpcs/{vpc}/members{query.ToQueryString()}"); // expect: DOO102 vpc:read
    }
}

// case: constants of a nested class by an alias
class Keys(DigitalOceanClient client) { public Task<HttpResponseMessage> Add(object body) => client.PostAsJsonAsync(R.Keys, body); } // expect: DOO102 spaces_key:create_credentials

// case: a static import and a default value of a helper's parameter
class CdnList(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync(Cdn()); } // expect: DOO102 cdn:read

// case: the same helper with a value, another verb
class CdnChange(DigitalOceanClient client) { public Task Ttl(Guid id, int ttl) => client.PutAsJsonAsync(Cdn(id), new { ttl }); } // expect: DOO102 cdn:update

// case: an extension method of string adds the page
class Peerings(DigitalOceanClient client) { public Task<string> Page(int page) => client.GetStringAsync($"{Root}/vpc_peerings".WithPage(page)); } // expect: DOO102 vpc_peering:read

// case: a smart enum as a parameter
class ByKind(DigitalOceanClient client)
{
    private Task<string> Get(Kind kind) => client.GetStringAsync($"{Root}/{kind.Segment}"); // or: DOO102
    public Task<string> Shares() => Get(Kind.Share); // expect: DOO102 nfs:read
    public Task<string> Offers() => Get(Kind.OneClick);
}

// case: a generic store that the registration tells its resource #store
record Volume(Guid Id);
record Offer(string Slug);
interface IStore<T> { Task<string> ListAsync(); Task RemoveAsync(T item, Guid id); }
class Store<T>(DigitalOceanClient client, string resource) : IStore<T>
{
    private readonly string _root = $"/v2/{resource}";
    public Task<string> ListAsync() => client.GetStringAsync(_root); // expect: DOO102 block_storage:read #store
    public Task RemoveAsync(T item, Guid id) => Task.CompletedTask;
}

// case: a path that a Deconstruct of the project gives
class Target(string name) { public void Deconstruct(out string verb, out string path) { verb = "DELETE"; path = "/v2/vpc_nat_gateways/" + Guid.Parse(name); } }
class Gateways(DigitalOceanClient client)
{
    public async Task Drop(string name)
    {
        var (verb, path) = new Target(name);
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);
        (await client.SendAsync(request)).EnsureSuccessStatusCode(); // expect: DOO102 nat_gateway:delete
    }
}

// case: positional record, taken apart
record Step(HttpMethod Method, string Path);
class Steps(DigitalOceanClient client)
{
    public async Task Scan(CancellationToken cancel)
    {
        var (method, path) = new Step(HttpMethod.Post, "/v2/security/scans");
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(new { }) };
        await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel); // expect: DOO102 security:create
    }
}

// case: two out parameters of a private method
class Outs(DigitalOceanClient client)
{
    public Task<string> Latest()
    {
        Locate("latest", out var path, out _);
        return client.GetStringAsync(path); // expect: DOO102 security:read
    }

    private static void Locate(string which, out string path, out int version)
    {
        version = 2;
        path = $"/v2/security/scans/{which}";
    }
}

// case: a lambda with a default value
class DefaultLambda(DigitalOceanClient client) { public Task<string> All() { var get = (string path = "/v2/byoip_prefixes") => client.GetStringAsync(path); return get(); } } // expect: DOO102 byoip_prefix:read

// case: a local function with a captured variable
class Captured(DigitalOceanClient client)
{
    public Task<string> Options(bool sizes)
    {
        var last = sizes ? "sizes" : "gpu-model-config";
        return client.GetStringAsync(Path()); // expect: DOO102 dedicated_inference:read
        string Path() => $"/v2/dedicated-inferences/{last}";
    }
}

// case: a switch over a tuple
class Tupled(DigitalOceanClient client)
{
    public Task<string> Get(bool mine, int? page) => client.GetStringAsync((mine, page) switch
    {
        (false, _) => "/v2/1-clicks",
        (true, null) => "/v2/images?private=true", // expect: DOO102 image:read
        (true, var number) => $"/v2/account?page={number}",
    });
}

// case: a switch with property patterns over a request
record Wanted(string What, int Limit);
class Matched(DigitalOceanClient client)
{
    public async Task<string> Get(Wanted wanted)
    {
        var path = wanted switch
        {
            { What: "balance", Limit: > 0 } => "/v2/customers/my/balance", // expect: DOO102 billing:read
            { What: "profile" } => "/v2/account",
            _ => throw new InvalidOperationException(wanted.What),
        };
        return await client.GetStringAsync(path); // or: DOO102
    }
}

// case: assigned in try and in catch
class Fallback(DigitalOceanClient client)
{
    public async Task<string> Get(string text)
    {
        string path;
        try
        {
            path = $"/v2/actions/{long.Parse(text)}";
        }
        catch (FormatException)
        {
            path = "/v2/actions";
        }

        return await client.GetStringAsync(path); // expect: DOO102 actions:read
    }
}

// case: a property that adds to the base's
abstract class Api(DigitalOceanClient client)
{
    protected virtual string Path => "/v2/registries";
    protected Task<string> Read() => client.GetStringAsync(Path); // expect: DOO102 registry:read
}

class Registry(DigitalOceanClient client) : Api(client)
{
    protected override string Path => base.Path + "/subscription"; // or: DOO102
    public Task<string> Plan() => Read();
}

// case: the same, where the call is in the derived class
class RegistryOptions(DigitalOceanClient client) : Api(client) { private readonly DigitalOceanClient _client = client; protected override string Path => base.Path + "/options"; public Task Change() => _client.PostAsJsonAsync("/v2/registries/subscription", new { tier_slug = "basic" }); } // expect: DOO102 registry:update

// case: AppendJoin
class Clusters(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync(new StringBuilder("/v2").Append('/').AppendJoin('/', "kubernetes", "clusters").ToString()); } // expect: DOO102 kubernetes:read

// case: Insert and a chain on a StringBuilder that is a local
class Pools(DigitalOceanClient client)
{
    public Task Add(Guid cluster, object pool)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"/v2/kubernetes/clusters/{cluster}");
        path.Append("/node_pools");
        return client.PostAsJsonAsync(path.ToString(), pool); // expect: DOO102 kubernetes:update
    }
}

// case: Uri(Uri, string) with the client's own base
class OwnBase(DigitalOceanClient client) { public Task<string> Functions() => client.GetStringAsync(new Uri(client.BaseAddress!, "/v2/dedicated-inferences")); } // expect: DOO102 dedicated_inference:read

// case: Uri(Uri, Uri), both in fields
class TwoFields(DigitalOceanClient client) { static readonly Uri Host = new("https://api.digitalocean.com"); readonly Uri _path = new("/v2/load_balancers", UriKind.Relative); public Task<string> All() => client.GetStringAsync(new Uri(Host, _path)); } // expect: DOO102 load_balancer:read

// case: UriBuilder with all its arguments
class FiveArguments(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync(new UriBuilder("https", "api.digitalocean.com", 443, "v2/gen-ai/agents", "?page=1").Uri); } // expect: DOO102 genai:read

// case: overloads that lead to one
class Overloaded(DigitalOceanClient client)
{
    public Task Restart(Guid app) => Post($"{app}/restart"); // expect: DOO102 app:update
    public Task Rollback(Guid app) => Post(app, "rollback"); // expect: DOO102 app:update
    private Task Post(Guid app, string action) => Post($"{app}/{action}"); // or: DOO102
    private Task Post(string tail) => client.PostAsync("/v2/apps/" + tail, null); // or: DOO102
}

// case: LINQ's query syntax with let
class Removing(DigitalOceanClient client) { public Task All(IEnumerable<Guid> ids) => Task.WhenAll(from id in ids let path = $"/v2/volumes/snapshots/{id}" select client.DeleteAsync(path)); } // expect: DOO102 block_storage_snapshot:delete

// case: an iterator of tasks
class Yielding(DigitalOceanClient client)
{
    public IEnumerable<Task<string>> Both()
    {
        yield return client.GetStringAsync("/v2/reserved_ipv6"); // expect: DOO102 reserved_ip:read
        yield return client.GetStringAsync("/v2/account");
    }
}

// case: an async iterator with a page number
class Streaming(DigitalOceanClient client)
{
    public async IAsyncEnumerable<string> Histories([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        var page = 0;
        string text;
        do
        {
            text = await client.GetStringAsync($"/v2/customers/my/billing_history?page={++page}", cancel); // expect: DOO102 billing:read
            yield return text;
        }
        while (text.Contains("\"next\""));
    }
}

// case: a name's lower case, culture named
enum Resource { Firewalls, Domains }
class Named(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync("/v2/" + nameof(Resource.Firewalls).ToLowerInvariant()); } // expect: DOO102 firewall:read

// case: a list that is written out, by its index
class Listed(DigitalOceanClient client) { static readonly IReadOnlyList<string> Paths = ["/v2/account", "/v2/certificates"]; public Task<string> Second() => client.GetStringAsync(Paths[1]); } // expect: DOO102 certificate:read

// case: a default of a primary constructor's parameter
class Rooted(DigitalOceanClient client, string root = "/v2/gen-ai") { public Task<string> Models() => client.GetStringAsync(root + "/models"); } // expect: DOO102 genai:read

// case: a request that a chain of the project's own builds up
class Chained(DigitalOceanClient client)
{
    public Task Destroy(Guid id) => client.SendAsync(Request.Delete().To($"/v2/databases/{id}").Header("x-trace", "1").Make()); // expect: DOO102 database:delete

    private sealed class Request
    {
        private readonly HttpRequestMessage _message;
        private Request(HttpMethod method) => _message = new HttpRequestMessage { Method = method };
        public static Request Delete() => new(HttpMethod.Delete);
        public Request To(string path) { _message.RequestUri = new Uri(path, UriKind.Relative); return this; }
        public Request Header(string name, string value) { _message.Headers.Add(name, value); return this; }
        public HttpRequestMessage Make() => _message;
    }
}

// case: a path that is trimmed and put behind a prefix
class Trimmed(DigitalOceanClient client) { Task<string> Get(string path) => client.GetStringAsync($"/v2/{path.TrimStart('/')}"); public Task<string> Sizes() => Get("/projects/default"); } // expect: DOO102 project:read

// case: the segment by DigitalOceanPath.Segment
class Segments(DigitalOceanClient client) { public Task Drop(string key) => client.DeleteAsync($"/v2/spaces/keys/{DigitalOceanPath.Segment(key)}"); } // expect: DOO102 spaces_key:delete

// case: either of two
class Records(DigitalOceanClient client) { public Task Drop(string domain, long id) => client.DeleteAsync($"/v2/domains/{DigitalOceanPath.Segment(domain)}/records/{id}"); } // expect: DOO102

// case: an overwritten variable: the last value counts
class Overwritten(DigitalOceanClient client)
{
    public Task<string> Get()
    {
        var path = "/v2/droplets";
        path = "/v2/snapshots";
        return client.GetStringAsync(path); // expect: DOO102 snapshot:read
    }

    public Task<string> Quiet()
    {
        var path = "/v2/droplets";
        path = "/v2/1-clicks";
        return client.GetStringAsync(path);
    }
}

// case: a pattern variable
class Patterned(DigitalOceanClient client) { public Task<string> Get() => Choose() is { Length: > 0 } path ? client.GetStringAsync(path) : Task.FromResult(""); static string? Choose() => "/v2/tags"; } // expect: DOO102 tag:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
