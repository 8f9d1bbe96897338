using System.Net;
using System.Net.Http.Json;
#if (CanCreateDroplets)
using System.Text;
#endif
using System.Text.Json;

namespace DoOAuthApp_Namespace.Tests;

public sealed class SignInTests(SandboxedApp app) : IClassFixture<SandboxedApp>
{
#if (HasPage)
    [Fact]
    public async Task A_visitor_is_offered_to_sign_in()
    {
        using var browser = app.NewBrowser();

        var page = await browser.GetStringAsync("/");

        Assert.Contains("Sign in with DigitalOcean", page, StringComparison.Ordinal);
    }

#endif
    [Fact]
    public async Task The_api_refuses_who_is_not_signed_in()
    {
        using var browser = app.NewBrowser();

#if (HasDroplets)
        var answer = await browser.GetAsync("/api/droplets");
#else
        var answer = await browser.GetAsync("/me");
#endif

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

#if (HasDroplets)
    [Fact]
    public async Task A_signed_in_user_sees_their_droplets()
    {
        using var browser = app.NewBrowser();

#if (HasPage)
        var page = await browser.GetStringAsync("/login?returnUrl=/");
#else
        await browser.GetAsync("/login?returnUrl=/me");
#endif
        var user = await browser.GetFromJsonAsync<JsonElement>("/me");
        var droplets = await browser.GetFromJsonAsync<JsonElement>("/api/droplets");

#if (HasPage)
        Assert.Contains("Sign out", page, StringComparison.Ordinal);
#endif
        Assert.Contains("droplet:read", user.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.NotEmpty(droplets.GetProperty("droplets").EnumerateArray());
    }
#else
    [Fact]
    public async Task A_signed_in_user_is_known()
    {
        using var browser = app.NewBrowser();

#if (HasPage)
        var page = await browser.GetStringAsync("/login?returnUrl=/");
#else
        await browser.GetAsync("/login?returnUrl=/me");
#endif
        var user = await browser.GetFromJsonAsync<JsonElement>("/me");

#if (HasPage)
        Assert.Contains("Sign out", page, StringComparison.Ordinal);
#endif
        Assert.Contains("account:read", user.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
    }
#endif

#if (CanCreateDroplets)
    [Fact]
    public async Task Creating_a_droplet_needs_a_scope_that_is_asked_for_on_the_way()
    {
        using var browser = app.NewBrowser();
        await browser.GetAsync("/login?returnUrl=/me");

        var refused = await browser.PostAsJsonAsync("/api/droplets", new { name = "web-1" });
        await browser.GetAsync("/login?returnUrl=/me&scope=droplet:create");
        var accepted = await browser.PostAsJsonAsync("/api/droplets", new { name = "web-1" });

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    [Fact]
    public async Task Input_that_cannot_be_read_is_the_callers_fault()
    {
        using var browser = app.NewBrowser();
        await browser.GetAsync("/login?returnUrl=/me&scope=droplet:create");

        using var broken = new StringContent("{", Encoding.UTF8, "application/json");
        var api = await browser.PostAsync("/api/droplets", broken);
#if (HasPage)
        using var empty = new FormUrlEncodedContent([]);
        var form = await browser.PostAsync("/droplets/new", empty);
#endif

        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
#if (HasPage)
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
#endif
    }

#endif
    [Fact]
    public async Task Signing_out_forgets_the_session()
    {
        using var browser = app.NewBrowser();
        await browser.GetAsync("/login?returnUrl=/me");

        await browser.PostAsync("/logout", null);
        var user = await browser.GetAsync("/me");

        Assert.Equal(HttpStatusCode.Unauthorized, user.StatusCode);
    }
#if (HasDroplets)

    [Fact]
    public async Task An_api_call_is_refused_once_the_user_has_withdrawn_the_access_at_DigitalOcean()
    {
        using var browser = app.NewBrowser();
        await browser.GetAsync("/login?returnUrl=/me");
        await app.WithdrawAccessAsync();

        var answer = await browser.GetAsync("/api/droplets");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_grant", problem.GetProperty("reason").GetString());
    }
#if (HasPage)

    [Fact]
    public async Task A_page_leads_to_the_sign_in_once_the_user_has_withdrawn_the_access_at_DigitalOcean()
    {
        using var browser = app.NewBrowser();
        await browser.GetAsync("/login?returnUrl=/me");
        await app.WithdrawAccessAsync();

        using var load = new HttpRequestMessage(HttpMethod.Get, "/");
        load.Headers.Accept.ParseAdd("text/html");
        var page = await browser.SendAsync(load);

        // By way of the sandbox, which approves by itself, and back here with an access that lives.
        Assert.Contains("Sign out", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/droplets")).StatusCode);
    }
#endif
#endif
#if (openapi)

    [Fact]
    public async Task The_reference_page_describes_the_endpoints()
    {
        using var browser = app.NewBrowser();

        var document = await browser.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var reference = await browser.GetAsync("/scalar");

        Assert.True(document.GetProperty("paths").TryGetProperty("/me", out _));
        Assert.Equal(HttpStatusCode.OK, reference.StatusCode);
    }
#endif
}
