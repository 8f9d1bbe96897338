using System.Text;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// More paths that something else makes; Endpoints.cs beside this file is the other file.

// case: nested constants of a nested class
class Nested(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync(Api.Networking.Vpcs); } // expect: DOO102 vpc:read

// case: an extension method of string
class Extended(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync("certificates".ToApiPath()); } // expect: DOO102 certificate:read

// case: an enum through a switch in another file
class ByEnum(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync(Api.PathOf(Resource.Firewalls)); } // expect: DOO102 firewall:read

// case: a local that a switch statement sets
class BySwitch(DigitalOceanClient client)
{
    public Task<string> Get(int kind)
    {
        string path;
        switch (kind)
        {
            case 1: path = "/v2/account"; break;
            default: path = "/v2/vpcs"; break;
        }

        return client.GetStringAsync(path); // expect: DOO102 vpc:read
    }
}

// case: a tuple that a method returns
class ByTuple(DigitalOceanClient client)
{
    private static (HttpMethod Verb, string Path) Describe() => (HttpMethod.Delete, "/v2/firewalls/1");
    public Task Run() { var (verb, path) = Describe(); return client.SendAsync(new HttpRequestMessage(verb, path)); } // expect: DOO102 firewall:delete
}

// case: a request that an extension method changes
class Changed(DigitalOceanClient client)
{
    public Task Run()
    {
        var request = Api.Create(HttpMethod.Post, "/v2/vpcs").WithJson("{}");
        return client.SendAsync(request); // expect: DOO102 vpc:create
    }
}

// case: a property with a getter that has a block
class ByGetter(DigitalOceanClient client)
{
    private string Root { get { var version = "v2"; return "/" + version; } }
    public Task<string> Get() => client.GetStringAsync($"{Root}/certificates"); // expect: DOO102 certificate:read
}

// case: an interface with a default
interface IVersioned { string Root => "/v2"; }

// case: a generic base class with an abstract path
abstract class Repository<T>(DigitalOceanClient client) { protected abstract string Path { get; } public Task<string> All() => client.GetStringAsync(Path); } // or: DOO102
class FirewallRepository(DigitalOceanClient client) : Repository<int>(client) { protected override string Path { get; } = "/v2/firewalls"; } // expect: DOO102 firewall:read

// case: the base class gets the name alone
abstract class ByName { private readonly DigitalOceanClient _client; private readonly string _name; protected ByName(DigitalOceanClient client, string name) => (_client, _name) = (client, name); public Task<string> All() => _client.GetStringAsync($"/v2/{_name}"); } // or: DOO102
class NamedVpcs(DigitalOceanClient client) : ByName(client, "vpcs"); // expect: DOO102 vpc:read

// case: string.Concat and string.Join of another file's array
class Joined(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync("/" + string.Join("/", Api.Parts)); } // expect: DOO102 firewall:read

// case: Uri of a base and a relative one, by a helper
class ByUri(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync(Api.UriOf("vpcs")); } // expect: DOO102 vpc:read

// case: StringBuilder with a format and an interpolation
class Formatted(DigitalOceanClient client)
{
    public Task<string> Get(int page)
    {
        var text = new StringBuilder();
        text.Append("/v2/firewalls").Append($"?page={page}").AppendFormat("&per_page={0}", 50);
        return client.GetStringAsync(text.ToString()); // expect: DOO102 firewall:read
    }
}

// case: UriBuilder by its properties
class ByProperties(DigitalOceanClient client)
{
    public Task<string> Get()
    {
        var address = new UriBuilder { Scheme = "https", Host = "api.digitalocean.com", Path = "v2/vpcs" };
        return client.GetStringAsync(address.ToString()); // expect: DOO102 vpc:read
    }
}

// case: ??= on a private field
class Lazily(DigitalOceanClient client) { private string? _path; public Task<string> Get() => client.GetStringAsync(_path ??= "/v2/certificates"); } // expect: DOO102 certificate:read

// case: while with a next page
class Pages(DigitalOceanClient client)
{
    public async Task All()
    {
        var next = "/v2/vpcs?page=1";
        while (next is not null)
        {
            var page = await client.GetStringAsync(next); // expect: DOO102 vpc:read
            next = page.Length > 0 ? page : null;
        }
    }
}

// case: a lambda in a field makes the path
class ByLambda(DigitalOceanClient client) { private static readonly Func<long, string> PathOf = id => $"/v2/vpcs/{id}"; public Task<string> Get(long id) => client.GetStringAsync(PathOf(id)); } // expect: DOO102 vpc:read

// case: a local function with the client's call
class ByLocalFunction(DigitalOceanClient client)
{
    public Task<string> All()
    {
        return Get("firewalls"); // expect: DOO102 firewall:read
        Task<string> Get(string name) => client.GetStringAsync("/v2/" + name);
    }
}

// case: a class of options that is made in place
class ByOptions(DigitalOceanClient client) { private static readonly Query Firewalls = new() { Path = "/v2/firewalls", Size = 20 }; public Task<string> Get() => client.GetStringAsync($"{Firewalls.Path}?per_page={Firewalls.Size}"); } // expect: DOO102 firewall:read

// case: the array's element by a constant index
class ByIndex(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync(Api.Lists[1]); } // expect: DOO102 certificate:read

// case: a helper with a null check that throws
class Checked(DigitalOceanClient client) { public Task<string> Get(string? name) => client.GetStringAsync(Api.Checked(name)); } // expect: DOO102 vpc:read

// case: an internal static field that is not read-only
class ByField(DigitalOceanClient client) { public Task<string> Get() => client.GetStringAsync(Api.Prefix + "/vpcs"); } // undecidable: DOO102

// case: the declared scope alone
class Fine(DigitalOceanClient client)
{
    public Task<string> Extension() => client.GetStringAsync("account".ToApiPath());
    public Task<string> Enum() => client.GetStringAsync(Api.PathOf(Resource.Account)); // undecidable: DOO102
    public Task<string> Tail() => client.GetStringAsync(Api.UriOf("account"));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
