using System.Net.Http.Headers;
using System.Text;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddKeyedSingleton("ocean", (_, _) => new HttpClient { BaseAddress = new Uri("https://api.digitalocean.com") });
var app = builder.Build();
app.MapDeck();
app.Run();

// What a reader sees at a glance, although the rule's page does not promise it.

// case: PathString
class Paths(DigitalOceanClient client) { static readonly PathString Root = new("/v2"); public Task<string> All() => client.GetStringAsync(Root.Add("/cdn/endpoints").Value); } // expect: DOO102 cdn:read

// case: HttpMethod.Parse
class Parsed(DigitalOceanClient client) { public Task Drop(Guid id) => client.SendAsync(new HttpRequestMessage(HttpMethod.Parse("DELETE"), $"/v2/nfs/{id}")); } // expect: DOO102 nfs:delete

// case: Uri.TryCreate
class Tried(DigitalOceanClient client) { public Task<string> All() => Uri.TryCreate("/v2/vpcs", UriKind.Relative, out var address) ? client.GetStringAsync(address) : Task.FromResult(""); } // expect: DOO102 vpc:read

// case: a list pattern over an array that is written out
class ListPattern(DigitalOceanClient client) { public Task<string> Get() { string[] paths = ["/v2/account", "/v2/tags"]; return paths is [_, var last] ? client.GetStringAsync(last) : Task.FromResult(""); } } // expect: DOO102 tag:read

// case: a keyed client with an address
class Keyed([FromKeyedServices("ocean")] HttpClient http) { public Task<string> All() => http.GetStringAsync("/v2/volumes"); } // expect: DOO102 block_storage:read

// case: a lazy client with an address
class Lazily { static readonly Lazy<HttpClient> Http = new(() => new HttpClient { BaseAddress = new("https://api.digitalocean.com/v2/") }); public Task<string> All() => Http.Value.GetStringAsync("apps"); } // expect: DOO102 app:read

// case: a StringBuilder with Insert and Remove
class Inserted(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync(new StringBuilder("firewalls").Insert(0, "/v2/").ToString()); } // expect: DOO102 firewall:read

// case: a null-conditional assignment
class NullConditional(DigitalOceanClient client) { public async Task All() { HttpRequestMessage? request = new(); request?.RequestUri = new Uri("/v2/images", UriKind.Relative); await client.SendAsync(request!); } } // expect: DOO102 image:read

// case: Aggregate over segments
class Aggregated(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync(new[] { "v2", "domains" }.Aggregate("", (path, part) => $"{path}/{part}")); } // expect: DOO102 domain:read

// case: a static virtual default
interface IResource { static virtual string Root => "/v2/snapshots"; }
class Snapshot : IResource;
class Reader<T>(DigitalOceanClient client) where T : IResource { public Task<string> All() => client.GetStringAsync(T.Root); } // or: DOO102
class Snapshots(Reader<Snapshot> reader) { public Task<string> All() => reader.All(); } // expect: DOO102 snapshot:read

// case: the service cast to the base class
class Cast(IServiceProvider services) { public Task<string> All() => ((HttpClient)services.GetService(typeof(DigitalOceanClient))!).GetStringAsync("/v2/reserved_ips"); } // expect: DOO102 reserved_ip:read

// case: spans and string.Create with a state: nobody has to read this
class Spans(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync(string.Create(8, "/v2/vpcs", (span, text) => text.AsSpan().CopyTo(span))); } // undecidable: DOO102

// case: a path from bytes: nobody has to read this
class Bytes(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync(Encoding.UTF8.GetString("/v2/vpcs"u8)); } // undecidable: DOO102

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
