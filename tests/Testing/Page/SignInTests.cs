using System.Net;
using DoOAuth.Sandbox;
using DoOAuth.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

public sealed class SignInTests
{
    [Fact]
    public async Task A_user_signs_in_and_out()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithSandbox(sandbox);
        using var client = app.CreateClient();

        using var signedIn = await client.GetAsync("/login?returnUrl=/me");
        using var signedOut = await client.PostAsync("/logout", content: null);
        using var after = await client.GetAsync("/me");

        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }
}
