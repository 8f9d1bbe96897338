using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// Paths that something else makes: a helper, a constant, a base class. Paths.cs beside this file is the other file.

// case: constant of another file
class FromConstant(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync(Paths.Firewalls); } // expect: DOO102 firewall:read

// case: static helper of another file, one interpolation
class FromHelper(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync(Paths.V2("firewalls")); } // expect: DOO102 firewall:read

// case: property of another file, with a body
class FromProperty(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync(Paths.Certificates); } // expect: DOO102 certificate:read

// case: static helper of another file, a local and a sum
class FromSteps(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync(Paths.Make("firewalls")); } // expect: DOO102 firewall:read

// case: request made in another file
class FromRequest(DigitalOceanClient client) { public Task List() => client.SendAsync(Paths.Request(HttpMethod.Get, "/v2/firewalls")); } // expect: DOO102 firewall:read

// case: static partial method
static partial class Parts { public static partial string Path(); public static partial string Path() => "/v2/firewalls"; }
class FromPart(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync(Parts.Path()); } // expect: DOO102 firewall:read

// case: instance helper, one expression
class FromOwn(DigitalOceanClient client) { private string Url(string rest) => $"/v2/{rest}"; public Task<string> List() => client.GetStringAsync(Url("firewalls")); } // expect: DOO102 firewall:read

// case: instance helper with a block
class FromOwnBlock(DigitalOceanClient client) { string Url() { return "/v2/firewalls"; } public Task<string> List() => client.GetStringAsync(Url()); } // expect: DOO102 firewall:read

// case: instance method that makes the request
class FromOwnRequest(DigitalOceanClient client)
{
    HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Request", Guid.NewGuid().ToString());
        return request;
    }

    public async Task List()
    {
        using var request = Request(HttpMethod.Get, "/v2/firewalls");
        await client.SendAsync(request); // expect: DOO102 firewall:read
    }
}

// case: the base class takes the path in its constructor
abstract class Resource(DigitalOceanClient client, string path)
{
    public Task<string> List() => client.GetStringAsync(path); // or: DOO102
    public Task<string> One(long id) => client.GetStringAsync($"{path}/{id}"); // or: DOO102
}

class Firewalls(DigitalOceanClient client) : Resource(client, "/v2/firewalls"); // expect: DOO102 firewall:read

// case: the base class asks a derived class for the path
abstract class Named(DigitalOceanClient client) { protected abstract string Path { get; } public Task<string> List() => client.GetStringAsync(Path); } // or: DOO102
class Certificates(DigitalOceanClient client) : Named(client) { protected override string Path => "/v2/certificates"; } // expect: DOO102 certificate:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
