using System.Net;

namespace DoOAuth.Tests;

/// <summary>A session that somebody planted in a browser does not become the session of the user who signs in there.</summary>
public sealed class Session_fixation : HourlyTokens
{
    private StrictTokens _strict = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _strict = new StrictTokens(Provider, Hour);
    }

    private Task<TestApp> StartAsync(bool onServer) => StartHourlyAsync(
        app => app.MapGet("/new", () => "new").RequireDropletCreate(), add: onServer ? builder => builder.StoreSessionsOnServer() : null);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_planted_session_is_over_when_the_victim_signs_in(bool onServer)
    {
        var app = await StartAsync(onServer);
        _strict.User = "mallory";
        using var mallory = await app.SignedInAsync();
        _strict.User = "sammy";
        using var victim = mallory.Copy();
        Assert.Equal("mallory", (string?)(await victim.GetAsync("/me")).Json["uuid"]);
        await victim.SignInAsync();

        Assert.Equal("sammy", (string?)(await victim.GetAsync("/me")).Json["uuid"]);
        Assert.Equal(401, (await mallory.GetAsync("/me")).Status);
        Assert.Equal("200", (await victim.GetAsync("/status")).Body);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_planted_session_that_is_over_already_is_no_start_either(bool onServer)
    {
        var app = await StartAsync(onServer);
        using var mallory = await app.SignedInAsync();
        using var victim = mallory.Copy();
        await mallory.Copy().PostAsync("/logout");

        // Past half of its life, where the framework would renew what it was sent.
        app.Time.Advance(TimeSpan.FromDays(60));
        await victim.SignInAsync();
        Assert.Equal(200, (await victim.GetAsync("/me")).Status);
        Assert.Equal(401, (await mallory.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_up_begins_a_new_session_too(bool onServer)
    {
        var app = await StartAsync(onServer);
        using var browser = await app.SignedInAsync();
        using var copy = browser.Copy();
        app.Time.Advance(Due);
        Assert.Equal(200, (await browser.FollowAsync("/new")).Status);

        Assert.Equal(401, (await copy.GetAsync("/me")).Status);
        Assert.Equal(200, (await browser.GetAsync("/new")).Status);
    }

    [Fact]
    public async Task What_is_stored_of_another_session_is_no_use_under_ones_own_reference()
    {
        var app = await StartAsync(onServer: true);
        _strict.User = "mallory";
        using var mallory = await app.SignedInAsync();
        _strict.User = "sammy";
        using var sammy = await app.SignedInAsync();
        var stored = app.Services.GetRequiredKeyedService<IStoredSessions>(DropletDeck.Scheme);
        var own = Assert.Single(await stored.FindAllOfAsync("mallory", default));
        var foreign = Assert.Single(await stored.FindAllOfAsync("sammy", default));
        await stored.ReplaceAsync(own, (await stored.FindAsync(foreign, default))!, Hour, default);

        Assert.Equal(401, (await mallory.GetAsync("/me")).Status);
        Assert.Equal(200, (await sammy.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task The_reference_is_encrypted_so_that_nobody_can_write_one()
    {
        var app = await StartAsync(onServer: true);
        using var sammy = await app.SignedInAsync();
        var stored = app.Services.GetRequiredKeyedService<IStoredSessions>(DropletDeck.Scheme);
        var sessionId = Assert.Single(await stored.FindAllOfAsync("sammy", default));
        using var browser = app.NewBrowser();
        browser.Cookies.Add(app.Address, new Cookie(".DoOAuth.DropletDeck", sessionId));

        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Assert.DoesNotContain(sessionId, sammy.SessionCookie()!.Value, StringComparison.Ordinal);
    }
}
