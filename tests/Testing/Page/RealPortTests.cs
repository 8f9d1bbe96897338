using System.Net;
using DoOAuth.Sandbox;
using DoOAuth.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

public sealed class RealPortTests
{
    [Fact]
    public async Task A_client_of_an_app_on_a_real_port_is_signed_in()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithSandbox(sandbox);
        app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        app.StartServer();
        using var client = await app.CreateSignedInClientAsync();

        using var user = await client.GetAsync("/me");

        Assert.Equal(HttpStatusCode.OK, user.StatusCode);
    }
}
