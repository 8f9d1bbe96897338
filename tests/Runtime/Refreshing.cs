namespace DoOAuth.Tests;

/// <summary>Tokens are refreshed at the start of a signed-in request, in time.</summary>
public sealed class Refreshing : HourlyTokens
{
    [Theory]
    [InlineData(3600, 3299, false)]
    [InlineData(3600, 3301, true)]
    [InlineData(2592000, 2591690, false)]
    [InlineData(2592000, 2591710, true)]
    [InlineData(600, 539, false)]
    [InlineData(600, 541, true)]
    [InlineData(60, 53, false)]
    [InlineData(60, 55, true)]
    public async Task It_is_due_when_a_tenth_of_the_life_is_left_or_five_minutes(int lifetime, int passed, bool due)
    {
        var (app, browser) = await SignInAsync(TimeSpan.FromSeconds(lifetime));
        app.Time.Advance(TimeSpan.FromSeconds(passed));
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);

        Assert.Equal(due ? 1 : 0, Provider.Refreshes.Count);
    }

    [Fact]
    public async Task The_refresh_spends_the_token_in_a_form_body_and_the_new_ones_take_its_place()
    {
        var (app, browser) = await SignInAsync();
        var before = browser.SessionCookie()!.Value;
        var old = (string)(await browser.GetAsync("/call")).Json["bearer"]!;
        app.Time.Advance(Due);
        var answer = await browser.GetAsync("/call");

        var request = Assert.Single(Provider.Refreshes);
        Assert.Equal("", request.Query);
        Assert.Equal(["client_id", "client_secret", "grant_type", "refresh_token"], request.Form.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("dor_v1_refresh", request.Form["refresh_token"], StringComparison.Ordinal);
        Assert.NotEqual(old, (string?)answer.Json["bearer"]);
        Assert.NotEqual(before, browser.SessionCookie()!.Value);
        Assert.Contains(app.Logs.Own, line => line.Message == "DropletDeck: a token was refreshed.");
        Leaks.AssertNone(app, Provider);

        app.Time.Advance(Due);
        await browser.GetAsync("/call");
        Assert.Equal(2, Provider.Refreshes.Count);
        Assert.NotEqual(Provider.Refreshes[0].Form["refresh_token"], Provider.Refreshes[1].Form["refresh_token"]);
    }

    [Fact]
    public async Task Me_tells_the_new_expiry()
    {
        var (app, browser) = await SignInAsync();
        app.Time.Advance(Due);
        var me = await browser.GetAsync("/me");

        Assert.Equal(app.Time.GetUtcNow() + Hour, DateTimeOffset.Parse((string)me.Json["expiresAt"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_session_lives_on_for_as_long_as_it_is_refreshed()
    {
        var (app, browser) = await SignInAsync(TimeSpan.FromDays(30));
        for (var month = 1; month <= 12; month++)
        {
            app.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
            Assert.Equal(200, (await browser.GetAsync("/me")).Status);
            Assert.Equal(month, Provider.Refreshes.Count);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1)]
    public async Task A_token_that_is_dead_on_arrival_is_refreshed_with_the_next_request(int lifetime)
    {
        var (app, browser) = await SignInAsync(TimeSpan.FromSeconds(lifetime));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        Assert.Single(Provider.Refreshes);
    }

    [Fact]
    public async Task Without_a_new_refresh_token_the_old_one_is_kept()
    {
        var (app, browser) = await SignInAsync();
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().With("expires_in", 3600).Without("refresh_token").ToString());
        app.Time.Advance(Due);
        await browser.GetAsync("/me");
        app.Time.Advance(Due);
        await browser.GetAsync("/me");

        Assert.Equal(2, Provider.Refreshes.Count);
        Assert.Single(Provider.Refreshes.Select(request => request.Form["refresh_token"]).Distinct());
    }

    [Fact]
    public async Task What_the_refresh_says_of_scopes_and_user_changes_neither()
    {
        var (app, browser) = await SignInAsync();
        var before = await browser.GetAsync("/me");
        Provider.Token = (context, _) => Answer.Json(
            context, 200, Provider.TokenAnswer().With("scope", "write").WithInfo("uuid", "somebody-else").With("expires_in", 3600).ToString());
        app.Time.Advance(Due);
        var after = await browser.GetAsync("/me");

        Assert.Equal(before.Scopes(), after.Scopes());
        Assert.Equal((string?)before.Json["uuid"], (string?)after.Json["uuid"]);
    }
}
