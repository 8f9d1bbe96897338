using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests;

/// <summary>What we answer for handlers takes nothing from the app: its other exceptions, answers that have begun, other users, other applications.</summary>
public sealed class Access_that_is_missing_and_the_rest_of_the_app : FailingApps
{
    [Fact]
    public async Task A_session_that_ends_as_the_request_begins_is_told_by_an_unguarded_handler_as_well()
    {
        var strict = new StrictTokens(Provider, Hour);
        var app = await StartAsync("error page");
        using var browser = await app.SignedInAsync();
        strict.WithdrawAccess();
        app.Time.Advance(Due);

        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/unguarded")).Reason);

        // Asked for again, and refused again.
        app.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/me")).Reason);
        Assert.Null(browser.SessionCookie());
    }

    [Theory]
    [InlineData("plain", 500, "")]
    [InlineData("error page", 500, "the error page")]
    [InlineData("error lambda", 500, "the error lambda")]
    [InlineData("own handler", 418, "the app's own handler")]
    [InlineData("developer page", 500, "a fault of the app's own")]
    public async Task Every_other_exception_is_the_apps_as_before(string kind, int status, string text)
    {
        var app = await StartAsync(kind);
        using var browser = app.NewBrowser();
        var answer = await browser.GetAsync("/fails");

        Assert.Equal(status, answer.Status);
        Assert.Contains(text, answer.Body, StringComparison.Ordinal);
        var isLogged = kind != "own handler";
        for (var tries = 0; isLogged && tries < 100 && !IsLogged(); tries++)
        {
            // Some of them log once the answer is on its way.
            await Task.Delay(20);
        }

        Assert.Equal(isLogged, IsLogged());

        bool IsLogged() => app.Logs.Lines.Any(line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_handler_that_the_app_adds_before_has_the_first_word()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder =>
            {
                AppsThatFail.Build(builder, "own handler");
                builder.Services.AddControllers();
                builder.AddDropletDeck();
            },
            app =>
            {
                AppsThatFail.Use(app, "own handler");
                app.MapDropletDeck();
                Map(app);
            }));
        using var browser = app.NewBrowser();

        Assert.Equal("the app's own handler", (await browser.GetAsync("/unguarded")).Body);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("error page")]
    [InlineData("developer page")]
    public async Task An_answer_that_has_begun_is_cut_off(string kind)
    {
        var app = await StartAsync(kind);
        using var browser = app.NewBrowser();

        await Assert.ThrowsAsync<HttpRequestException>(() => browser.GetAsync("/begun"));
        Assert.Equal(401, (await browser.GetAsync("/unguarded")).Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_the_handler_had_set_up_does_not_stay_in_the_answer(string kind)
    {
        var app = await StartAsync(kind);
        using var browser = app.NewBrowser();
        var answer = await browser.GetAsync(Base(kind) + "/set-up");

        Assert.Equal(401, answer.Status);
        Assert.Null(answer.Header("ETag"));
        Assert.Equal(401, (int)answer.Json["status"]!);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Kept_access_of_somebody_else_signs_nobody_out(string kind)
    {
        var strict = new StrictTokens(Provider, Hour);
        var app = await StartAsync(kind);
        using var other = await app.SignedInAsync();
        var key = (await other.GetAsync(Base(kind) + "/keep")).Body;
        strict.WithdrawAccess();
        using var browser = await app.SignedInAsync();
        var answer = await browser.GetAsync($"{Base(kind)}/kept?key={key}");

        Assert.Equal(401, answer.Status);
        Assert.Equal(FailureReasons.InvalidGrant, answer.Reason);
        Assert.Null(answer.Json["login"]);
        Assert.Equal(401, (await browser.LoadAsync($"{Base(kind)}/kept?key={key}")).Status);
        Assert.Equal(200, (await browser.GetAsync(Base(kind) + "/call")).Status);
        AssertNoErrors(app, kind);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("error page")]
    public async Task With_several_classes_the_one_whose_access_is_missing_names_its_login(string kind)
    {
        var strict = new StrictTokens(Provider, Hour);
        var app = Keep(await BothDecks.StartAsync(Provider.Configuration.Concat(Provider.ConfigurationFor("Admin")), app =>
        {
            AppsThatFail.Use(app, kind);
            app.MapGet("/droplets", (DropletDeck.Client client) => client.GetStringAsync(Echo));
            app.MapGet("/admin/droplets", (AdminDeck.Client client) => client.GetStringAsync(Echo));
        }));
        using var browser = await app.SignedInAsync("/admin/login");
        strict.WithdrawAccess();
        await browser.SignInAsync();
        var answer = await browser.GetAsync("/admin/droplets");

        Assert.Equal(FailureReasons.InvalidGrant, answer.Reason);
        Assert.Equal("/admin/login?returnUrl=%2Fadmin%2Fdroplets", (string?)answer.Json["login"]);
        Assert.Equal(401, (await browser.GetAsync("/admin/me")).Status);
        app.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(401, (await browser.GetAsync("/admin/me")).Status);
        Assert.Null(browser.SessionCookie("AdminDeck"));
        Assert.Equal(200, (await browser.GetAsync("/droplets")).Status);
    }

    [Fact]
    public async Task An_exception_of_another_kind_beside_it_is_not_hidden()
    {
        var app = await StartAsync(app => app.MapGet("/both", (DigitalOceanClient client) =>
        {
            Task.WaitAll(client.GetStringAsync(Echo), Task.FromException(new InvalidOperationException("a fault of the app's own")));
        }));
        using var browser = app.NewBrowser();

        Assert.Equal(500, (await browser.GetAsync("/both")).Status);
        Assert.Contains(app.Logs.Lines, line => line.Level == LogLevel.Error && line.Rest.Contains("a fault of the app's own", StringComparison.Ordinal));
    }
}
