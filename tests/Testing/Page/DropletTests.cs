using System.Net;
using DoOAuth.Sandbox;
using DoOAuth.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

public sealed class DropletTests
{
    [Fact]
    public async Task A_user_sees_their_droplets_and_needs_another_scope_to_create_one()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithSandbox(sandbox);
        using var client = await app.CreateSignedInClientAsync(SandboxUser.Coral, "droplet:read");

        using var list = await client.GetAsync("/droplets");
        using var created = await client.PostAsync("/droplets", content: null);

        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, created.StatusCode);
        Assert.Equal("/v2/droplets", Assert.Single(sandbox.Requests).Path);
    }
}
