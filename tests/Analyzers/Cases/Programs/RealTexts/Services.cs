using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using DoOAuth;

namespace Texts;

public sealed class ZoneOptions { public string Default { get; set; } = "example.com"; }
public sealed record Target(string Zone, string? Comment);
public sealed record ZoneRequest(Target Target, long Record);

public static class ZoneRules
{
    public static readonly Regex Name = new("^[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)+$");
    public static readonly HashSet<string> Known = ["example.com", "example.net"];
}

// case: through an interface, and two methods of the implementation
public interface IZoneService { Task<string> ReadAsync(string zone, CancellationToken cancel = default); }

public sealed class ZoneService(DigitalOceanClient client) : IZoneService
{
    public Task<string> ReadAsync(string zone, CancellationToken cancel = default) => SendAsync(zone.Trim().ToLowerInvariant(), cancel);

    private async Task<string> SendAsync(string name, CancellationToken cancel)
    {
        var path = string.Concat("/v2/domains/", name, "/records"); // expect: DOO106
        return await client.GetStringAsync(path, cancel); // or: DOO106
    }
}

// case: overloads, where the last checks
public sealed class RecordService(DigitalOceanClient client)
{
    public Task<string> ReadAsync(string zone, long record) => ReadAsync(zone, record, CancellationToken.None);

    public Task<string> ReadAsync(string zone, long record, CancellationToken cancel)
    {
        if (!ZoneRules.Known.Contains(zone))
        {
            throw new ArgumentException(zone, nameof(zone));
        }

        return client.GetStringAsync($"/v2/domains/{zone}/records/{record}", cancel);
    }
}

// case: only constants and what DigitalOcean answered are passed
public sealed class KeyService(DigitalOceanClient client)
{
    public async Task<string> FirstAsync()
    {
        var keys = await client.GetFromJsonAsync<Keys>("/v2/spaces/keys");
        return await OneAsync(keys is { Items: [var first, ..] } ? first.AccessKey : "none");
    }

    private Task<string> OneAsync(string key) => client.GetStringAsync($"/v2/spaces/keys/{key}");

    private sealed record Keys(Key[] Items);
    private sealed record Key(string AccessKey);
}

// case: a controller with a complex parameter of the query, and a number beside it
public sealed class RecordQuery { public string Zone { get; set; } = ""; public int Page { get; set; } = 1; public Guid? After { get; set; } }

[ApiController, Route("zones"), RequireScope(Scopes.Domain.Read), RequireScope(Scopes.Domain.Update)]
public sealed class ZonesController(DigitalOceanClient client) : ControllerBase
{
    [HttpGet] public Task<string> Find([FromQuery] RecordQuery query) => client.GetStringAsync($"/v2/domains/{query.Zone}/records?page={query.Page}&after={query.After}"); // expect: DOO106
    [HttpGet("pages")] public Task<string> Pages([FromQuery] RecordQuery query) => client.GetStringAsync($"/v2/domains/example.com/records/{query.Page}");
    [HttpPut("{zone}/{record:long}")] public Task Rename(string zone, long record, [FromBody] string name) => client.PutAsJsonAsync($"/v2/domains/{zone}/records/{record}", new { name }); // expect: DOO106
}

// case: a hub's method
public sealed class ZoneHub(DigitalOceanClient client) : Hub
{
    public Task<string> Read(string zone) => client.GetStringAsync("/v2/domains/" + zone); // expect: DOO106
    public Task<string> ReadSafe(string zone) => client.GetStringAsync("/v2/domains/" + DigitalOceanPath.Segment(zone));
    public Task<string> Page(int page) => client.GetStringAsync($"/v2/domains?page={page}");
}
