using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests;

/// <summary>Two annotated classes in one app are two registered applications, with nothing in common.</summary>
public sealed class Two_applications : ScriptedTests
{
    private const string AdminClientId = "the-admin-client-id";

    private async Task<TestApp> StartBothAsync(Action<WebApplication>? map = null)
    {
        var configuration = Provider.Configuration.Concat(Provider.ConfigurationFor("Admin")).ToDictionary();
        configuration["Admin:ClientId"] = AdminClientId;
        return Keep(await BothDecks.StartAsync(
            configuration,
            app =>
            {
                app.MapGet("/droplets", (DropletDeck.Client client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))).RequireDropletRead();
                app.MapGet("/admin/droplets", (AdminDeck.Client client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))).RequireAdminDropletRead();
                app.MapGet("/admin/user", (DigitalOceanUser user) => string.Join(' ', user.Scopes)).RequireAdminDropletDelete();
                app.MapGet("/attribute", [RequireScope(Scopes.Droplet.Delete, Scheme = AdminDeck.Scheme)] () => "attribute");
                app.MapGet("/ambiguous-guard", [RequireScope(Scopes.Droplet.Read)] () => "x");
                app.MapGet("/ambiguous-client", (DigitalOceanClient client) => client.BaseAddress);
                app.MapGet("/ambiguous-user", (DigitalOceanUser? user) => user?.Uuid);
                app.MapGet("/injected-user", (IServiceProvider services) => services.GetRequiredService<DigitalOceanUser>().Uuid);
                app.MapGet("/keyed-client", (IServiceProvider services) =>
                    services.GetRequiredKeyedService<DigitalOceanClient>(AdminDeck.Scheme).GetType().DeclaringType!.Name);
                app.MapGet("/both", () => "both").RequireDropletRead().RequireAdminDropletDelete();
                map?.Invoke(app);
            }));
    }

    [Fact]
    public async Task Each_has_its_own_client_id_scopes_callback_and_cookie()
    {
        var app = await StartBothAsync();
        using var browser = await app.SignedInAsync("/admin/login");

        var authorize = Provider.To("/v1/oauth/authorize")[0];
        Assert.Equal(AdminClientId, authorize.QueryFields["client_id"]);
        Assert.Equal("droplet:read droplet:delete", authorize.QueryFields["scope"]);
        Assert.Equal(new Uri(app.Address, "/admin/callback").AbsoluteUri, authorize.QueryFields["redirect_uri"]);
        Assert.Equal(AdminClientId, Provider.TokenRequests[0].Form["client_id"]);
        Assert.NotNull(browser.SessionCookie("AdminDeck"));
        Assert.Null(browser.SessionCookie());
        Assert.Equal(200, (await browser.GetAsync("/admin/me")).Status);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_session_of_one_opens_no_door_of_the_other()
    {
        var app = await StartBothAsync();
        using var user = await app.SignedInAsync();
        using var admin = await app.SignedInAsync("/admin/login");

        Assert.Equal(200, (await user.GetAsync("/droplets")).Status);
        Assert.Equal(401, (await user.GetAsync("/admin/droplets")).Status);
        Assert.Equal(401, (await user.GetAsync("/attribute")).Status);
        Assert.Equal(200, (await admin.GetAsync("/admin/droplets")).Status);
        Assert.Equal(200, (await admin.GetAsync("/attribute")).Status);
        Assert.Equal(401, (await admin.GetAsync("/droplets")).Status);
        Assert.Equal("droplet:delete droplet:read", (await admin.GetAsync("/admin/user")).Body);
        Assert.StartsWith("/admin/login?", (await user.LoadAsync("/admin/droplets")).Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_in_to_both_each_client_has_its_own_token()
    {
        var app = await StartBothAsync();
        using var browser = await app.SignedInAsync();
        await browser.SignInAsync("/admin/login");
        var user = (string?)(await browser.GetAsync("/droplets")).Json["bearer"];
        var admin = (string?)(await browser.GetAsync("/admin/droplets")).Json["bearer"];

        Assert.NotNull(user);
        Assert.NotNull(admin);
        Assert.NotEqual(user, admin);

        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Equal(401, (await browser.GetAsync("/droplets")).Status);
        Assert.Equal(200, (await browser.GetAsync("/admin/droplets")).Status);
    }

    [Fact]
    public async Task One_cookie_under_the_others_name_is_refused()
    {
        var app = await StartBothAsync();
        using var browser = await app.SignedInAsync();
        var swapped = browser.SessionCookie()!.Value;
        var answer = await app.NewBrowser().GetAsync("/admin/me", ("Cookie", $".DoOAuth.AdminDeck={swapped}"));

        Assert.Equal(401, answer.Status);
        Assert.Equal(200, (await app.NewBrowser().GetAsync("/me", ("Cookie", $".DoOAuth.DropletDeck={swapped}"))).Status);
    }

    [Fact]
    public async Task One_state_at_the_others_callback_is_refused()
    {
        var app = await StartBothAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        var answer = await browser.GetAsync("/admin/callback" + callback.Query);

        Assert.Equal(400, answer.Status);
        Assert.Equal(FailureReasons.StateMismatch, answer.Reason);
        Assert.Empty(Provider.TokenRequests);
    }

    [Theory]
    [InlineData("/ambiguous-guard", "[RequireScope(…, Scheme = \"DropletDeck\")]")]
    [InlineData("/ambiguous-client", "DropletDeck.Client")]
    [InlineData("/ambiguous-user", "Scheme = \"DropletDeck\"")]
    [InlineData("/injected-user", "a parameter of a guarded handler")]
    public async Task What_does_not_say_which_is_meant_says_what_to_write(string path, string instead)
    {
        var app = await StartBothAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(500, (await browser.GetAsync(path)).Status);
        Assert.Contains(app.Logs.Lines, line => line.Rest.Contains(instead, StringComparison.Ordinal)
            && line.Rest.Contains("DropletDeck, AdminDeck", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_scheme_is_the_key_of_a_client()
    {
        var app = await StartBothAsync();
        using var browser = app.NewBrowser();
        Assert.Equal("AdminDeck", (await browser.GetAsync("/keyed-client")).Body);
    }

    [Fact]
    public async Task An_endpoint_may_need_both()
    {
        var app = await StartBothAsync();
        using var browser = app.NewBrowser();
        var nobody = await browser.GetAsync("/both");
        Assert.Equal(401, nobody.Status);
        Assert.Equal("/login?returnUrl=%2Fboth", (string?)nobody.Json["login"]);

        await browser.SignInAsync();
        var half = await browser.GetAsync("/both");
        Assert.Equal(403, half.Status);
        Assert.Equal(["droplet:delete"], half.Scopes());
        Assert.Equal("/admin/login?returnUrl=%2Fboth&scope=droplet%3Adelete", (string?)half.Json["login"]);
        Assert.Equal("both", (await browser.FollowAsync("/both")).Body);

        await browser.PostAsync("/logout");
        var otherHalf = await browser.GetAsync("/both");
        Assert.Equal(403, otherHalf.Status);
        Assert.Equal("/login?returnUrl=%2Fboth&scope=droplet%3Aread", (string?)otherHalf.Json["login"]);
        Assert.Equal("both", (await browser.FollowAsync("/both")).Body);
        Assert.DoesNotContain(app.Logs.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Signed_out_of_both_a_page_that_needs_both_leads_through_two_sign_ins()
    {
        var app = await StartBothAsync();
        using var browser = app.NewBrowser();
        var page = await browser.FollowAsync("/both");

        Assert.Equal("both", page.Body);
        Assert.Equal(2, Provider.TokenRequests.Count);
    }

    [Fact]
    public async Task Adding_one_twice_says_so()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync(
            Provider.Configuration,
            builder =>
            {
                builder.AddDropletDeck();
                builder.AddDropletDeck();
            },
            app => app.MapDropletDeck()));

        Assert.Contains("DropletDeck is added twice", error.Message, StringComparison.Ordinal);
    }
}
