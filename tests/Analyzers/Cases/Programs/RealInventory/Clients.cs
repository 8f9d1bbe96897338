namespace Inventory;

public interface IReservedIpClient { Task<List<string>> ListAllAsync(CancellationToken cancel); Task ReleaseAsync(System.Net.IPAddress address, CancellationToken cancel); }
public interface ILinodeClient { Task<List<string>> ListAllAsync(CancellationToken cancel); }

// case: a typed client by its interface, a loop over the pages
public sealed class ReservedIpClient(HttpClient http) : IReservedIpClient
{
    public async Task<List<string>> ListAllAsync(CancellationToken cancel)
    {
        var all = new List<string>();
        string? url = "reserved_ips?per_page=200";
        while (url is not null)
        {
            var page = await http.GetFromJsonAsync<Page<string>>(url, cancel); // expect: DOO102 reserved_ip:read
            all.AddRange(page?.Items ?? []);
            url = page?.Links?.Pages?.Next;
        }

        return all;
    }

    public async Task ReleaseAsync(System.Net.IPAddress address, CancellationToken cancel)
    {
        using var response = await http.DeleteAsync($"reserved_ips/{address}", cancel); // expect: DOO102 reserved_ip:delete
        response.EnsureSuccessStatusCode();
    }
}

// case: the same loop on another provider's host: quiet
public sealed class LinodeClient(HttpClient http) : ILinodeClient
{
    public async Task<List<string>> ListAllAsync(CancellationToken cancel)
    {
        var all = new List<string>();
        string? url = "volumes?per_page=200";
        while (url is not null)
        {
            var page = await http.GetFromJsonAsync<Page<string>>(url, cancel);
            all.AddRange(page?.Items ?? []);
            url = page?.Links?.Pages?.Next;
        }

        return all;
    }
}

// case: two named clients in one class
public sealed class Comparison(IHttpClientFactory factory)
{
    public async Task<(string Ours, string Theirs)> RegionsAsync(CancellationToken cancel)
    {
        using var ours = factory.CreateClient("ocean");
        using var theirs = factory.CreateClient("vultr");
        var first = ours.GetStringAsync("/v2/regions", cancel); // expect: DOO102 regions:read
        var second = theirs.GetStringAsync("/v2/regions", cancel);
        await Task.WhenAll(first, second);
        return (await first, await second);
    }

    public Task<string> TheirSnapshotsAsync(CancellationToken cancel) => factory.CreateClient("vultr").GetStringAsync("/v2/snapshots", cancel);

    public Task<string> OurSnapshotsAsync(CancellationToken cancel) => factory.CreateClient("ocean").GetStringAsync("/v2/snapshots", cancel); // expect: DOO102 snapshot:read
}
