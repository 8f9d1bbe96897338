using System.Text;
using DoOAuth;

namespace Sdk;

// case: extension methods on the SDK, over a sender and a record of what to call
public static class SdkExtensions
{
    public static Task<ApiResult<string[]>> ListPeeringsAsync(this IOceanSdk sdk, CancellationToken cancel = default) => sdk.Sender.SendAsync<string[]>(new ApiCall(HttpMethod.Get, "/vpc_peerings"), cancel); // expect: DOO102 vpc_peering:read #sdk
    public static Task<ApiResult<object>> DropGatewayAsync(this IOceanSdk sdk, Guid id) => sdk.Sender.SendAsync<object>(new(HttpMethod.Delete, $"/vpc_nat_gateways/{id}")); // expect: DOO102 nat_gateway:delete #sdk
    public static Task<ApiResult<object>> WhoAsync(this IOceanSdk sdk) => sdk.Sender.SendAsync<object>(new ApiCall(Path: "/account", Method: HttpMethod.Get));
    public static Task<ApiResult<object>> OffersAsync(this IOceanSdk sdk) => sdk.Sender.SendAsync<object>(new ApiCall(HttpMethod.Get, "/1-clicks"));
}

// case: a path in steps
public sealed class Registries(DigitalOceanClient client)
{
    public Task<string> CollectionsAsync() => client.GetStringAsync(ApiPath.Root.Slash("registries").Slash("subscription").ToString()); // expect: DOO102 registry:read
    public Task<HttpResponseMessage> UpgradeAsync(string tier) => client.PostAsJsonAsync(ApiPath.Root.Slash("registries").Slash("subscription").ToString(), new { tier_slug = tier }); // expect: DOO102 registry:update
    public Task<string> MeAsync() => client.GetStringAsync(ApiPath.Root.Slash("account").ToString());
}

// case: an own type of request
public sealed class Listing(DigitalOceanClient client)
{
    public async Task<string> KeysAsync(int page)
    {
        using var request = new PagedRequest("account/keys", page);
        using var response = await client.SendAsync(request); // expect: DOO102 ssh_key:read
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<string> OffersAsync()
    {
        using var request = new PagedRequest("1-clicks", page: 1, size: 10);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}

// case: an interface, an implementation, a decorator that counts, and another that is asked for a stale answer
public interface IVolumes { Task<string> ActionsAsync(Guid id, CancellationToken cancel = default); }

public sealed class Volumes(DigitalOceanClient client) : IVolumes
{
    public async Task<string> ActionsAsync(Guid id, CancellationToken cancel = default) => await client.GetStringAsync(PathOf(id, "actions"), cancel); // expect: DOO102 block_storage_action:read
    private static string PathOf(Guid id, string? tail = null) => new StringBuilder("/v2/volumes/").Append(id).Append(tail is null ? "" : "/" + tail).ToString();
}

public sealed class CountedVolumes(IVolumes inner) : IVolumes
{
    private int _count;
    public Task<string> ActionsAsync(Guid id, CancellationToken cancel = default) { Interlocked.Increment(ref _count); return inner.ActionsAsync(id, cancel); }
}

// case: pages by recursion, with a tuple
public sealed class Scans(DigitalOceanClient client)
{
    public async Task<int> CountAsync() => (await PageAsync("/v2/security/scans", 1)).Count; // expect: DOO102 security:read

    private async Task<(int Count, bool More)> PageAsync(string path, int page)
    {
        var items = await client.GetFromJsonAsync<string[]>($"{path}?page={page}") ?? []; // or: DOO102
        if (items.Length < 20)
        {
            return (items.Length, false);
        }

        var (count, more) = await PageAsync(path, page + 1);
        return (items.Length + count, more);
    }
}

// case: several calls at once, with tasks in a list
public sealed class Reports(DigitalOceanClient client)
{
    public async Task<string> WriteAsync(CancellationToken cancel)
    {
        List<Task<string>> pending = [client.GetStringAsync("/v2/account", cancel)];
        pending.Add(client.GetStringAsync("/v2/uptime/checks", cancel)); // expect: DOO102 uptime:read
        for (var page = 1; page <= 3; page++)
        {
            var url = $"/v2/cdn/endpoints?page={page}";
            pending.Add(client.GetStringAsync(url, cancel)); // expect: DOO102 cdn:read
        }

        return string.Join('\n', await Task.WhenAll(pending));
    }
}

// case: a local function that is called with several resources
public sealed class Purge(DigitalOceanClient client)
{
    public async Task RunAsync(Guid id)
    {
        await DropAsync("certificates"); // expect: DOO102 certificate:delete
        await DropAsync("firewalls"); // expect: DOO102 firewall:delete
        await ShowAsync("account");

        async Task DropAsync(string resource)
        {
            using var response = await client.DeleteAsync($"/v2/{resource}/{id}"); // or: DOO102
            response.EnsureSuccessStatusCode();
        }

        Task<string> ShowAsync(string resource) => client.GetStringAsync($"/v2/{resource}");
    }
}

// case: generic constraints: the client is a type parameter that is a DigitalOceanClient
public sealed class Generic<TClient>(TClient client) where TClient : DigitalOceanClient
{
    public Task<string> ProjectsAsync() => client.GetStringAsync("/v2/projects/default/resources"); // expect: DOO102 project:read
    public Task<string> MeAsync() => client.GetStringAsync("/v2/account");
}

// case: the same resources on a status page's host: quiet
public sealed class StatusSdk(HttpClient http)
{
    public async Task<string> KeysAsync(int page)
    {
        using var request = new PagedRequest("account/keys", page);
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    public Task<string> RegistriesAsync() => http.GetStringAsync(ApiPath.Root.Slash("registries").ToString());
    public Task<ApiResult<string[]>> PeeringsAsync() => new RequestSender(http).SendAsync<string[]>(new ApiCall(HttpMethod.Get, "/vpc_peerings"));
}
