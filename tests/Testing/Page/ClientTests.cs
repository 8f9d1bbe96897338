using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DoOAuth;
using Xunit;

public sealed class ClientTests
{
    [Fact]
    public async Task Code_that_takes_a_client_is_tested_without_an_app()
    {
        using var refusals = new Refusals();
        using var digitalOcean = new DigitalOceanClient(refusals);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => CountAsync(digitalOcean));

        Assert.Equal(HttpStatusCode.TooManyRequests, failure.StatusCode);
    }

    // The code under test.
    private static async Task<int> CountAsync(DigitalOceanClient digitalOcean)
    {
        var list = await digitalOcean.GetFromJsonAsync<JsonElement>("/v2/droplets");
        return list.GetProperty("droplets").GetArrayLength();
    }

    private sealed class Refusals : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests));
    }
}
