using DoOAuth;

namespace Inventory;

// case: requests by the app's own builder
public sealed class ProjectService(DigitalOceanClient client, ILogger<ProjectService> logger)
{
    public async Task<Outcome<Page<string>>> ListAsync(int page, CancellationToken cancel)
    {
        var request = ApiRequest.Get("/v2/projects").Query("page", page).Query("per_page", 50).Build();
        return await client.SendAsync(request, cancel).ReadAsync<Page<string>>(cancel); // expect: DOO102 project:read
    }

    public async Task AssignAsync(Guid project, string[] urns, CancellationToken cancel)
    {
        using var request = ApiRequest.Post($"/v2/projects/{project:D}/resources").Json(new { resources = urns }).Build();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel); // expect: DOO102 project:assign_resource
        logger.LogInformation("Assigned to {Project}: {Status}", project, response.StatusCode);
    }

    public Task<HttpResponseMessage> ProfileAsync(CancellationToken cancel) => client.SendAsync(ApiRequest.Get("/v2/account").Query("verbose", true).Build(), cancel);

    public Task<HttpResponseMessage> OffersAsync(CancellationToken cancel) => client.SendAsync(ApiRequest.Get("/v2/1-clicks").Query("type", "droplet").Build(), cancel);

    public string Show() => ApiRequest.Delete("/v2/projects/default").Build().ToString();
}

// case: all pages as an async stream, over a method that reads one page
public sealed class VolumeService(DigitalOceanClient client)
{
    private const int PageSize = 100;

    public async IAsyncEnumerable<string> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var number = 1; ; number++)
        {
            var page = await PageAsync<string>("volumes", number, cancel); // expect: DOO102 block_storage:read #volumes
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (page.Links?.Pages?.Next is null)
            {
                yield break;
            }
        }
    }

    public Task<Page<string>> OffersAsync(int number, CancellationToken cancel) => PageAsync<string>("1-clicks", number, cancel);

    private async Task<Page<T>> PageAsync<T>(string resource, int number, CancellationToken cancel) =>
        await client.GetFromJsonAsync<Page<T>>($"/v2/{resource}?page={number}&per_page={PageSize}", cancel) ?? new([], null); // or: DOO102 #volumes
}

// case: overloads with optional parameters, the last of which makes the call
public sealed class DomainService(DigitalOceanClient client)
{
    private static readonly string[] s_kinds = ["A", "AAAA"];

    public Task<string> RecordsAsync(string domain) => RecordsAsync(domain, s_kinds[0]);
    public Task<string> RecordsAsync(string domain, string kind, int page = 1) => RecordsAsync(domain, kind, page, CancellationToken.None);
    public Task<string> RecordsAsync(string domain, string kind, int page, CancellationToken cancel) =>
        client.GetStringAsync($"/v2/domains/{DigitalOceanPath.Segment(domain)}/records?type={kind}&page={page}", cancel); // expect: DOO102 domain:read

    // case: either of two scopes will do
    public async Task<long> AddAsync(string domain, string name, System.Net.IPAddress target)
    {
        var root = "/v2/domains/" + DigitalOceanPath.Segment(domain);
        var answer = await client.PostAsJsonAsync(root + "/records", new { type = "A", name, data = target.ToString() }); // expect: DOO102 domain:create
        return answer.Content.Headers.ContentLength ?? 0;
    }
}

// case: a retry wrapper with the request made anew for each attempt
public sealed class SnapshotService(DigitalOceanClient client)
{
    public Task DropVolumeSnapshotAsync(Guid id, CancellationToken cancel) =>
        WithRetryAsync(() => new HttpRequestMessage(HttpMethod.Delete, $"/v2/volumes/snapshots/{id}"), cancel); // expect: DOO102 block_storage_snapshot:delete

    private async Task WithRetryAsync(Func<HttpRequestMessage> make, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var request = make();
            using var response = await client.SendAsync(request, cancel); // or: DOO102
            if ((int)response.StatusCode < 500)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), cancel);
        }
    }
}

// case: a file that is downloaded, through a stream
public sealed class InvoiceService(DigitalOceanClient client)
{
    public async Task SaveAsync(Guid invoice, string target, CancellationToken cancel)
    {
        await using var source = await client.GetStreamAsync($"/v2/customers/my/invoices/{invoice}/csv", cancel); // expect: DOO102 billing:read
        await using var file = File.Create(target);
        await source.CopyToAsync(file, cancel);
    }
}
