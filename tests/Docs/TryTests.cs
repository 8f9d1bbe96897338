using System.Net;
using DoOAuth.Docs.Tests.Commands;
using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Docs.Tests;

/// <summary>The README's first command.</summary>
public sealed class TryTests
{
    [Fact]
    public async Task It_makes_an_app_says_where_to_open_it_and_ends_all_of_it()
    {
        using var app = await RunningApp.AwaitAsync(Dotnet.Start(AllPages.Root, "eng/try.cs"), "Open ");

        using var home = await app.GetAsync("/");
        using var login = await app.GetAsync("/login");

        Assert.Contains("Sign in with DigitalOcean", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);
        Assert.True(login.Headers.Location?.IsLoopback, $"{login.Headers.Location} is not the sandbox.");

        await app.TerminateAsync();
        await app.FallsSilentAsync();
    }
}
