using System.Net;
using DoOAuth.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

public sealed class OwnAnswerTests
{
    [Fact]
    public async Task The_app_shows_what_the_API_returns()
    {
        using var digitalOcean = new OneDroplet();
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithDigitalOcean(digitalOcean);
        using var client = await app.CreateSignedInClientAsync();

        Assert.Contains("web-7", await client.GetStringAsync("/droplets"), StringComparison.Ordinal);
    }

    private sealed class OneDroplet : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{ "droplets": [ { "id": 7, "name": "web-7", "status": "active" } ] }"""),
            });
    }
}
