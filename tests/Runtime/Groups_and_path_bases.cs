using Microsoft.AspNetCore.Authentication;

namespace DoOAuth.Tests;

/// <summary>The endpoints follow where they are mapped: so do the callback's address, its cookie's path and the links.</summary>
public sealed class Groups_and_path_bases : ScriptedTests
{
    private async Task<TestApp> StartInGroupAsync() => Keep(await TestApp.StartAsync(
        Provider.Configuration,
        builder => builder.AddDropletDeck(),
        app =>
        {
            app.MapGroup("/auth").MapDropletDeck();
            app.MapGet("/", () => "home");
            app.MapGet("/droplets", () => "droplets").RequireDropletRead();
            app.MapPost("/droplets", () => "created").RequireDropletCreate();
        }));

    private async Task<TestApp> StartUnderPathBaseAsync() => Keep(await TestApp.StartAsync(
        Provider.Configuration,
        builder => builder.AddDropletDeck(),
        app =>
        {
            app.UsePathBase("/größe base");
            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapDropletDeck();
            app.MapGet("/droplets", () => "droplets").RequireDropletRead();
            app.MapPost("/droplets", () => "created").RequireDropletCreate();
        }));

    [Fact]
    public async Task In_a_group_the_callback_and_its_cookie_are_in_the_group()
    {
        var app = await StartInGroupAsync();
        using var browser = app.NewBrowser();
        var login = await browser.LoadAsync("/auth/login");

        Assert.Contains("redirect_uri=" + Uri.EscapeDataString(app.Address + "auth/callback"), login.Location.Query, StringComparison.Ordinal);
        Assert.Contains("path=/auth/callback;", login.SetCookies[0], StringComparison.Ordinal);
        Assert.Equal(302, (await browser.SignInAsync("/auth/login")).Status);
        Assert.Equal(app.Address + "auth/callback", Provider.TokenRequests[0].Form["redirect_uri"]);
        Assert.Equal(200, (await browser.GetAsync("/auth/me")).Status);
        Assert.Equal(200, (await browser.GetAsync("/droplets")).Status);
        Assert.Equal(204, (await browser.PostAsync("/auth/logout")).Status);
    }

    [Fact]
    public async Task In_a_group_the_answers_lead_to_login_in_the_group()
    {
        var app = await StartInGroupAsync();
        using var browser = app.NewBrowser();

        Assert.Equal("/auth/login?returnUrl=%2Fauth%2Fme", (string?)(await browser.GetAsync("/auth/me")).Json["login"]);
        Assert.Equal("/auth/login?returnUrl=%2Fdroplets", (await browser.LoadAsync("/droplets")).Header("Location"));
        Assert.Equal("/auth/login?returnUrl=%2F", (string?)(await browser.GetAsync("/auth/callback?state=x")).Json["login"]);
        Assert.Equal(404, (await browser.GetAsync("/login")).Status);
        await browser.SignInAsync("/auth/login");
        Assert.Equal("/auth/login?scope=droplet%3Acreate", (string?)(await browser.PostAsync("/droplets")).Json["login"]);
    }

    [Fact]
    public async Task Under_a_path_base_all_addresses_carry_it()
    {
        const string Base = "/gr%C3%B6%C3%9Fe%20base";
        var app = await StartUnderPathBaseAsync();
        using var browser = app.NewBrowser();
        Assert.Equal($"{Base}/login?returnUrl={Uri.EscapeDataString(Base + "/droplets")}", (await browser.LoadAsync(Base + "/droplets")).Header("Location"));
        var login = await browser.LoadAsync(Base + "/login");

        Assert.Contains("redirect_uri=" + Uri.EscapeDataString(new Uri(app.Address, Base + "/callback").AbsoluteUri), login.Location.Query, StringComparison.Ordinal);
        Assert.Contains($"path={Base}/callback;", login.SetCookies[0], StringComparison.Ordinal);
        var answer = await browser.SignInAsync(Base + "/login");
        Assert.Equal(Base + "/", answer.Header("Location"));
        Assert.Contains(answer.SetCookies, cookie => cookie.Contains($"path={Base};", StringComparison.Ordinal));
        Assert.Equal(200, (await browser.GetAsync(Base + "/me")).Status);
        Assert.Equal(Base + "/login?scope=droplet%3Acreate", (string?)(await browser.PostAsync(Base + "/droplets")).Json["login"]);
        Assert.Equal(Base + "/", (await browser.SubmitAsync(Base + "/logout")).Header("Location"));
        Assert.Equal(401, (await browser.GetAsync(Base + "/me")).Status);
    }

    [Fact]
    public async Task Conventions_reach_all_five_endpoints_or_one()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder => builder.AddDropletDeck(),
            app =>
            {
                var endpoints = app.MapDropletDeck().WithMetadata("all");
                endpoints.User.WithMetadata("user");
            }));
        var mapped = app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

        Assert.Equal(5, mapped.Count(endpoint => endpoint.Metadata.OfType<string>().Contains("all")));
        Assert.Equal("DropletDeck.User", mapped.Single(endpoint => endpoint.Metadata.OfType<string>().Contains("user"))
            .Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IEndpointNameMetadata>()!.EndpointName);
    }

    [Fact]
    public async Task Added_and_not_mapped_login_says_what_is_missing()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder => builder.AddDropletDeck(),
            app =>
            {
                app.MapGet("/login", (HttpContext context) => context.ChallengeAsync(DropletDeck.Scheme));
                app.MapGet("/droplets", () => "droplets").RequireDropletRead();
            }));
        using var browser = app.NewBrowser();

        Assert.Equal(500, (await browser.GetAsync("/login")).Status);
        Assert.Contains(app.Logs.Lines, line => line.Rest.Contains("Call app.MapDropletDeck() before app.Run().", StringComparison.Ordinal));
    }
}
