using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Calls;

/// <summary>DOO105: an operation that is not there, with the nearest, and one that is deprecated.</summary>
public sealed class NoOperationTests
{
    private const string Usings = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using DoOAuth;

        """;

    [Theory]
    [InlineData("client.GetAsync({|#0:\"/v2/droplet\"|})", "DigitalOcean's API as of DATE has no GET /v2/droplet. The nearest operation is GET /v2/droplets.")]
    [InlineData("client.GetAsync({|#0:\"/v2/Droplets\"|})", "DigitalOcean's API as of DATE has no GET /v2/Droplets. The nearest operation is GET /v2/droplets.")]
    [InlineData("client.GetAsync({|#0:$\"/v2/droplet/{id}\"|})", "DigitalOcean's API as of DATE has no GET /v2/droplet/{…}. The nearest operation is GET /v2/droplets/{droplet_id}.")]
    [InlineData("client.GetAsync({|#0:\"/droplets\"|})", "DigitalOcean's API as of DATE has no GET /droplets. The nearest operation is GET /v2/droplets.")]
    [InlineData("client.GetAsync({|#0:\"droplets?page=2\"|})", "DigitalOcean's API as of DATE has no GET /droplets. The nearest operation is GET /v2/droplets.")]
    [InlineData("client.GetAsync({|#0:\"/v1/droplets\"|})", "DigitalOcean's API as of DATE has no GET /v1/droplets. The nearest operation is GET /v2/droplets.")]
    [InlineData("client.PutAsync({|#0:$\"/v2/images/{id}/actions\"|}, null)", "DigitalOcean's API as of DATE has no PUT /v2/images/{…}/actions. The path accepts GET and POST.")]
    [InlineData("client.PostAsync({|#0:\"/v2/droplets/action\"|}, null)", "DigitalOcean's API as of DATE has no POST /v2/droplets/action. The path accepts GET and DELETE. The nearest operation is POST /v2/droplets/actions.")]
    [InlineData("client.PatchAsync({|#0:\"/v2/account\"|}, null)", "DigitalOcean's API as of DATE has no PATCH /v2/account. The path accepts GET.")]
    [InlineData("client.PostAsync({|#0:$\"/v2/droplets/{id}/action\"|}, null)", "DigitalOcean's API as of DATE has no POST /v2/droplets/{…}/action. The nearest operation is POST /v2/droplets/{droplet_id}/actions.")]
    [InlineData("client.GetAsync({|#0:$\"/v2/kubernetes/cluster/{id}/node_pool\"|})", "DigitalOcean's API as of DATE has no GET /v2/kubernetes/cluster/{…}/node_pool. The nearest operation is GET /v2/kubernetes/clusters/{cluster_id}/node_pools.")]
    [InlineData("client.GetAsync({|#0:\"/v2/something/else/altogether/by/far\"|})", "DigitalOcean's API as of DATE has no GET /v2/something/else/altogether/by/far.")]
    [InlineData("client.SendAsync({|#0:new HttpRequestMessage(HttpMethod.Head, \"/v2/droplet\")|})", "DigitalOcean's API as of DATE has no HEAD /v2/droplet. The nearest operation is HEAD /v2/droplets.")]
    [InlineData("client.GetAsync({|#0:$\"/v2/droplets/{number}/kernel\"|})", "DigitalOcean's API as of DATE has no GET /v2/droplets/{…}/kernel. The nearest operation is GET /v2/droplets/{droplet_id}/kernels.")]
    [InlineData("client.GetAsync({|#0:$\"/v2/droplets/{guid:D}/kernel\"|})", "DigitalOcean's API as of DATE has no GET /v2/droplets/{…}/kernel. The nearest operation is GET /v2/droplets/{droplet_id}/kernels.")]
    [InlineData("client.GetAsync({|#0:\"/v2/droplets/\" + number.ToString() + \"/kernel\"|})", "DigitalOcean's API as of DATE has no GET /v2/droplets/{…}/kernel. The nearest operation is GET /v2/droplets/{droplet_id}/kernels.")]
    [InlineData("client.PutAsync({|#0:$\"/v2/droplets/{number}\"|}, null)", "DigitalOcean's API as of DATE has no PUT /v2/droplets/{…}. The path accepts GET and DELETE.")]
    [InlineData("other.GetAsync({|#0:\"https://api.digitalocean.com/v2/droplet\"|})", "DigitalOcean's API as of DATE has no GET /v2/droplet. The nearest operation is GET /v2/droplets.")]
    [InlineData("client.PutAsync({|#0:$\"/v2/droplet/{id}\"|}, null)", "DigitalOcean's API as of DATE has no PUT /v2/droplet/{…}.")]
    [InlineData("client.DeleteAsync({|#0:\"/v2/size\"|})", "DigitalOcean's API as of DATE has no DELETE /v2/size.")]
    public Task What_is_not_there_is_named_with_the_nearest(string call, string message) => SaysAsync(message, call);

    [Theory]
    [InlineData("client.GetAsync({|#0:\"/v2/registry\"|})", "GET /v2/registry is deprecated in DigitalOcean's API as of DATE. Call GET /v2/registries instead.")]
    [InlineData("client.GetAsync({|#0:$\"/v2/registry/{id}/garbage-collections\"|})", "GET /v2/registry/{registry_name}/garbage-collections is deprecated in DigitalOcean's API as of DATE. Call GET /v2/registries/{registry_name}/garbage-collections instead.")]
    [InlineData("client.GetAsync({|#0:\"/v2/registry/docker-credentials\"|})", "GET /v2/registry/docker-credentials is deprecated in DigitalOcean's API as of DATE. Call GET /v2/registries/{registry_name}/docker-credentials instead.")]
    [InlineData("client.PostAsync({|#0:$\"/v2/kubernetes/clusters/{id}/node_pools/{id}/recycle\"|}, null)", "POST /v2/kubernetes/clusters/{cluster_id}/node_pools/{node_pool_id}/recycle is deprecated in DigitalOcean's API as of DATE.")]
    public Task What_is_deprecated_is_named_with_what_is_there_instead(string call, string message) => SaysAsync(message, call);

    [Theory]
    [InlineData("client.GetAsync(\"\")")]
    [InlineData("client.GetAsync(\"/\")")]
    [InlineData("client.GetAsync(\"/v2/\")")]
    [InlineData("other.GetAsync(\"https://api.digitalocean.com\")")]
    [InlineData("other.GetAsync(\"https://api.digitalocean.com/\")")]
    [InlineData("other.GetAsync(\"/v2/droplet\")")]
    [InlineData("other.GetAsync(\"https://api.example.com/v2/droplet\")")]
    [InlineData("other.GetAsync(\"https://cloud.digitalocean.com/v1/oauth/token\")")]
    [InlineData("other.GetAsync(\"https://api.digitalocean.com.example.com/v2/droplet\")")]
    [InlineData("other.GetAsync(\"https://api.digitalocean.com:8443/v2/droplet\")")]
    [InlineData("other.GetAsync(\"ftp://api.digitalocean.com/v2/droplet\")")]
    [InlineData("other.GetAsync($\"https://{id}/v2/droplet\")")]
    [InlineData("client.GetAsync(\"https://api.example.com/v2/droplet\")")]
    [InlineData("client.GetAsync(\"//api.example.com/v2/droplet\")")]
    [InlineData("client.GetAsync($\"{id}/v2/droplet\")")]
    [InlineData("client.GetAsync($\"/v2/{id}\")")]
    [InlineData("client.GetAsync($\"/{id}/droplet\")")]
    [InlineData("client.GetAsync(id)")]
    [InlineData("client.GetAsync(\"/v2//droplet\")")]
    [InlineData("client.GetAsync(\"/v2/./account/../account/\")")]
    [InlineData("client.GetAsync($\"/v2/monitoring/metrics/droplet/{id}\")")]
    [InlineData("client.GetAsync($\"/v2/account{id}\")")]
    [InlineData("client.GetAsync($\"/v2/droplets/{id}/kernel\")")] // an autoscale pool called kernel
    [InlineData("client.GetAsync($\"/v2/{number}-clicks\")")] // 1-clicks
    [InlineData("client.SendAsync(new HttpRequestMessage(HttpMethod.Head, \"/v2/account\"))")]
    [InlineData("client.DeleteAsync($\"/v2/droplets/{id}/actions\")")] // an autoscale pool called actions
    [InlineData("client.SendAsync(new HttpRequestMessage(new HttpMethod(id), \"/v2/droplet\"))")]
    [InlineData("client.SendAsync(new HttpRequestMessage(id == \"\" ? HttpMethod.Put : HttpMethod.Get, id == \"\" ? \"/v2/vpcs/1\" : \"/v2/account\"))")]
    public Task What_cannot_be_told_for_sure_is_not_reported(string call) => Rule<ApiUseAnalyzer>.ReportsInProjectAsync(Usings + Calls(call));

    private static Task SaysAsync(string message, string call) => Rule<ApiUseAnalyzer>.SaysInProjectAsync(message, Usings + Calls(call), "DOO105");

    private static string Calls(string call) => $$"""
        class Calls(HttpClient other)
        {
            public Task First(DigitalOceanClient client, string id, long number, Guid guid) => {{call}};
            public Task Second() => other.GetAsync("https://example.com");
        }
        """;
}
