using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// What a path may be written as, in the place where it is used.

// case: literal, on an injected client
class Literal(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync("/v2/firewalls"); } // expect: DOO102 firewall:read

// case: string.Format
class Formatted(DigitalOceanClient client) { public Task<string> One(long id) => client.GetStringAsync(string.Format("/v2/firewalls/{0}", id)); } // expect: DOO102 firewall:read

// case: switch expression, one arm of which needs what is not declared
class Chosen(DigitalOceanClient client)
{
    public Task<string> Get(string kind) => client.GetStringAsync(kind switch
    {
        "account" => "/v2/account",
        "firewalls" => "/v2/firewalls", // expect: DOO102 firewall:read
        _ => throw new ArgumentException(kind),
    });
}

// case: relative Uri
class Relative(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync(new Uri("/v2/firewalls", UriKind.Relative)); } // expect: DOO102 firewall:read

// case: an escaped part
class Escaped(DigitalOceanClient client) { public Task<string> One(string tag) => client.GetStringAsync($"/v2/tags/{Uri.EscapeDataString(tag)}"); } // expect: DOO102 tag:read

// case: a default value of a parameter
class Defaulted(DigitalOceanClient client) { Task<string> Get(string path = "/v2/firewalls") => client.GetStringAsync(path); public Task<string> List() => Get(); } // expect: DOO102 firewall:read

// case: query string added by ASP.NET Core's helper
class WithQuery(DigitalOceanClient client) { public Task<string> Tagged(string tag) => client.GetStringAsync(QueryHelpers.AddQueryString("/v2/firewalls", "tag_name", tag)); } // expect: DOO102 firewall:read

// case: UriBuilder with a query
class Built(DigitalOceanClient client)
{
    public Task<string> Page(int page)
    {
        var address = new UriBuilder("https://api.digitalocean.com/v2/firewalls") { Query = $"page={page}" };
        return client.GetStringAsync(address.Uri); // expect: DOO102 firewall:read
    }
}

// case: StringBuilder
class Appended(DigitalOceanClient client)
{
    public Task<string> Some(string? tag)
    {
        var address = new StringBuilder("/v2/firewalls");
        address.Append("?per_page=200");
        if (tag is not null)
        {
            address.Append("&tag_name=").Append(tag);
        }

        return client.GetStringAsync(address.ToString()); // expect: DOO102 firewall:read
    }
}

// case: a name in lower case
class Lowered(DigitalOceanClient client) { enum Kind { Firewalls } public Task<string> List() => client.GetStringAsync($"/v2/{nameof(Kind.Firewalls).ToLower()}"); } // expect: DOO102 firewall:read

// case: collection expression in a foreach
class Each(DigitalOceanClient client)
{
    public async Task All()
    {
        foreach (var path in (string[])["/v2/firewalls", "/v2/certificates"])
        {
            await client.GetStringAsync(path); // expect: DOO102
        }
    }
}

// case: a tuple that is taken apart
class Apart(DigitalOceanClient client) { public Task<string> List() { var (path, page) = ("/v2/firewalls", 1); return client.GetStringAsync(path + "?page=" + page); } } // expect: DOO102 firewall:read

// case: a private field that nobody assigns
class Kept(DigitalOceanClient client) { private string _path = "/v2/firewalls"; public Task<string> List() => client.GetStringAsync(_path); } // expect: DOO102 firewall:read

// case: pagination in a generic method, the first address handed in
class Paged(DigitalOceanClient client)
{
    record Page(Links? Links);
    record Links(Pages? Pages);
    record Pages(string? Next);

    async IAsyncEnumerable<T> All<T>(string first) where T : class
    {
        for (string? next = first; next is not null;)
        {
            var page = await client.GetFromJsonAsync<Page>(next);
            yield return default!;
            next = page?.Links?.Pages?.Next;
        }
    }

    public IAsyncEnumerable<object> Firewalls() => All<object>("/v2/firewalls"); // expect: DOO102 firewall:read
}

// case: goto case takes the path along
class Jumping(DigitalOceanClient client)
{
    public async Task<string> Get(int kind)
    {
        var path = "/v2/account";
        switch (kind)
        {
            case 1:
                path = "/v2/certificates";
                goto case 2;
            case 2:
                return await client.GetStringAsync(path); // expect: DOO102 certificate:read
            default:
                return "";
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
