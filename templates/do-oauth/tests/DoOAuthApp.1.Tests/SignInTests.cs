using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DoOAuthApp_Namespace.Tests;

public sealed class SignInTests(SandboxedApp app) : IClassFixture<SandboxedApp>
{
    [Fact]
    public async Task A_visitor_is_offered_to_sign_in()
    {
        using var browser = app.NewBrowser();

        var page = await browser.GetStringAsync("/");

        Assert.Contains("Sign in with DigitalOcean", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_refuses_who_is_not_signed_in()
    {
        using var browser = app.NewBrowser();

        var answer = await browser.GetAsync("/api/droplets");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_signed_in_user_sees_their_droplets()
    {
        using var browser = app.NewBrowser();

        var page = await browser.GetStringAsync("/login?returnUrl=/");
        var user = await browser.GetFromJsonAsync<JsonElement>("/me");
        var droplets = await browser.GetFromJsonAsync<JsonElement>("/api/droplets");

        Assert.Contains("Sign out", page, StringComparison.Ordinal);
        Assert.Contains("droplet:read", user.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.NotEmpty(droplets.GetProperty("droplets").EnumerateArray());
    }

    [Fact]
    public async Task Creating_a_droplet_needs_a_scope_that_is_asked_for_on_the_way()
    {
        using var browser = app.NewBrowser();
        await browser.GetAsync("/login?returnUrl=/");

        var refused = await browser.PostAsJsonAsync("/api/droplets", new { name = "web-1" });
        await browser.GetAsync("/login?returnUrl=/&scope=droplet:create");
        var accepted = await browser.PostAsJsonAsync("/api/droplets", new { name = "web-1" });

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    [Fact]
    public async Task Input_that_cannot_be_read_is_the_callers_fault()
    {
        using var browser = app.NewBrowser();
        await browser.GetAsync("/login?returnUrl=/&scope=droplet:create");

        using var broken = new StringContent("{", Encoding.UTF8, "application/json");
        var api = await browser.PostAsync("/api/droplets", broken);
        using var empty = new FormUrlEncodedContent([]);
        var form = await browser.PostAsync("/droplets/new", empty);

        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
    }

    [Fact]
    public async Task Signing_out_forgets_the_session()
    {
        using var browser = app.NewBrowser();
        await browser.GetAsync("/login?returnUrl=/");

        await browser.PostAsync("/logout", null);
        var user = await browser.GetAsync("/me");

        Assert.Equal(HttpStatusCode.Unauthorized, user.StatusCode);
    }
}
