using System.Text;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// Paths by helpers of many shapes. They are in ApiPaths.cs.

// case: several returns
class SeveralReturns(DigitalOceanClient client) { public Task<string> Get(string kind) => client.GetStringAsync(Routes.OneOf(kind)); } // expect: DOO102 vpc:read

// case: returns of a switch
class SwitchReturns(DigitalOceanClient client) { public Task<string> Get(string kind) => client.GetStringAsync(Routes.BySwitch(kind)); } // expect: DOO102 block_storage:read

// case: string.Format with a constant of a third class
class FormatOfConstants(DigitalOceanClient client) { public Task<string> Get(long id) => client.GetStringAsync(Routes.Format(id)); } // expect: DOO102 certificate:read

// case: StringBuilder in a helper of another file
class BuilderInHelper(DigitalOceanClient client) { public Task<string> Get(int page) => client.GetStringAsync(Routes.Page("vpcs", page)); } // expect: DOO102 vpc:read

// case: UriBuilder with a path
class UriBuilderInHelper(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync(Routes.Absolute("firewalls")); } // expect: DOO102 firewall:read

// case: request of another file, filled in steps
class FilledRequest(DigitalOceanClient client) { public Task Get() => client.SendAsync(Requests.List("/v2/firewalls")); } // expect: DOO102 firewall:read

// case: request by a fluent builder
class FluentRequest(DigitalOceanClient client) { public Task Get() => client.SendAsync(new RequestBuilder("/v2/vpcs/1").Using(HttpMethod.Delete).Build()); } // expect: DOO102 vpc:delete

// case: an array of paths in a field of another file
class ArrayInField(DigitalOceanClient client)
{
    public async Task Get()
    {
        foreach (var path in Routes.Lists)
        {
            await client.GetStringAsync(path); // expect: DOO102
        }
    }
}

// case: a dictionary of paths
class DictionaryOfPaths(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync(Routes.ByName["certificates"]); } // expect: DOO102 certificate:read

// case: a record of path and verb
class RecordOfPath(DigitalOceanClient client)
{
    private static readonly Route Remove = new("/v2/vpcs/1", "DELETE");
    public Task Run() => client.SendAsync(new HttpRequestMessage(new HttpMethod(Remove.Verb), Remove.Path)); // expect: DOO102 vpc:delete
}

// case: Replace of a template's placeholder
class Replaced(DigitalOceanClient client)
{
    private const string Template = "/v2/vpcs/{id}/members";
    public Task<string> Get(Guid id) => client.GetStringAsync(Template.Replace("{id}", id.ToString())); // expect: DOO102 vpc:read
}

// case: lower case of a type argument's name
class OfType(DigitalOceanClient client)
{
    private sealed class Firewalls;
    private Task<string> Get<T>() => client.GetStringAsync("/v2/" + typeof(T).Name.ToLowerInvariant()); // undecidable: DOO102
    public Task<string> List() => Get<Firewalls>(); // undecidable: DOO102
}

// case: static abstract path
interface IResource { static abstract string Path { get; } }
class VpcResource : IResource { public static string Path => "/v2/vpcs"; } // or: DOO102
class Generic(DigitalOceanClient client)
{
    private Task<string> Get<T>() where T : IResource => client.GetStringAsync(T.Path); // or: DOO102
    public Task<string> List() => Get<VpcResource>(); // expect: DOO102 vpc:read
}

// case: base constructor that keeps the path in a field
abstract class Keeping
{
    private readonly DigitalOceanClient _client;
    private readonly string _path;

    protected Keeping(DigitalOceanClient client, string path)
    {
        _client = client;
        _path = "/v2/" + path;
    }

    public Task<string> All() => _client.GetStringAsync(_path); // or: DOO102
}

class Volumes : Keeping
{
    public Volumes(DigitalOceanClient client)
        : base(client, "volumes") // expect: DOO102 block_storage:read
    {
    }
}

// case: abstract method that gives the path
abstract class Asking(DigitalOceanClient client) { protected abstract string PathOf(long id); public Task<string> Get(long id) => client.GetStringAsync(PathOf(id)); } // or: DOO102
class AskedFirewalls(DigitalOceanClient client) : Asking(client) { protected override string PathOf(long id) => $"/v2/firewalls/{id}"; } // expect: DOO102 firewall:read

// case: interface that gives the path
interface IPaths { string Vpcs { get; } }
class RealPaths : IPaths { public string Vpcs => "/v2/vpcs"; } // or: DOO102
class Injected(DigitalOceanClient client, IPaths paths) { public Task<string> Get() => client.GetStringAsync(paths.Vpcs); } // expect: DOO102 vpc:read

// case: a field that is assigned in the constructor
class AssignedField
{
    private readonly DigitalOceanClient _client;
    private readonly string _root;
    public AssignedField(DigitalOceanClient client) { _client = client; _root = "/v2"; }
    public Task<string> Get() => _client.GetStringAsync($"{_root}/firewalls"); // expect: DOO102 firewall:read
}

// case: an async helper
class AsyncHelper(DigitalOceanClient client)
{
    private static async Task<string> PathAsync() { await Task.Yield(); return "/v2/vpcs"; }
    public async Task<string> Get() => await client.GetStringAsync(await PathAsync()); // expect: DOO102 vpc:read
}

// case: a local function with a local
class LocalFunction(DigitalOceanClient client)
{
    public Task<string> Get(long id)
    {
        return client.GetStringAsync(PathOf(id)); // expect: DOO102 firewall:read
        string PathOf(long one) { var root = "/v2/firewalls"; return $"{root}/{one}"; }
    }
}

// case: seven methods hand the path on
class HandedFar(DigitalOceanClient client)
{
    public Task<string> Get() => One("/v2/vpcs"); // expect: DOO102 vpc:read
    Task<string> One(string path) => Two(path);
    Task<string> Two(string path) => Three(path);
    Task<string> Three(string path) => Four(path);
    Task<string> Four(string path) => Five(path);
    Task<string> Five(string path) => Six(path);
    Task<string> Six(string path) => Seven(path);
    Task<string> Seven(string path) => client.GetStringAsync(path);
}

// case: what grows in a recursion is not known
class Growing(DigitalOceanClient client)
{
    Task<string> Get(string path, int depth) => depth == 0 ? client.GetStringAsync(path) : Get(path + "/x", depth - 1);
    public Task<string> Run() => Get("/v2/account", 3);
}

// case: a helper of an interpolated handler
class Interpolated(DigitalOceanClient client) { static string Make(FormattableString path) => FormattableString.Invariant(path); public Task<string> Get(long id) => client.GetStringAsync(Make($"/v2/firewalls/{id}")); } // expect: DOO102 firewall:read

// case: Path.Combine and TrimStart
class Trimmed(DigitalOceanClient client) { static string Join(string start, string end) => $"{start.TrimEnd('/')}/{end.TrimStart('/')}"; public Task<string> Get() => client.GetStringAsync(Join("/v2/", "/vpcs")); } // expect: DOO102 vpc:read

// case: the declared scope alone, by every one of these
class Fine(DigitalOceanClient client)
{
    public Task<string> Steps() { var text = new StringBuilder("/v2"); text.Append("/account"); return client.GetStringAsync(text.ToString()); }
    public Task Request() => client.SendAsync(new RequestBuilder("/v2/account").Using(HttpMethod.Get).Build());
    public Task<string> Replaced() => client.GetStringAsync("/v2/x".Replace("x", "account"));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
