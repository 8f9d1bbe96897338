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

    [Fact]
    public async Task An_unknown_address_has_a_page()
    {
        using var browser = app.NewBrowser();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var answer = await browser.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Page not found", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

#endif
    [Fact]
    public async Task The_api_rejects_signed_out_requests()
    {
        using var browser = app.NewBrowser();

#if (HasDroplets)
        using var answer = await browser.GetAsync("/api/droplets");
#else
        using var answer = await browser.GetAsync("/me");
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
        using var signIn = await browser.GetAsync("/login?returnUrl=/me");
#endif
        var user = await browser.GetFromJsonAsync<JsonElement>("/me");
        var droplets = await browser.GetFromJsonAsync<JsonElement>("/api/droplets");

#if (HasPage)
        Assert.Contains("Sign out", page, StringComparison.Ordinal);
#endif
        Assert.Contains("droplet:read", user.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.NotEmpty(droplets.EnumerateArray());
    }
#else
    [Fact]
    public async Task Me_returns_the_signed_in_user()
    {
        using var browser = app.NewBrowser();

#if (HasPage)
        var page = await browser.GetStringAsync("/login?returnUrl=/");
#else
        using var signIn = await browser.GetAsync("/login?returnUrl=/me");
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
    public async Task Creating_a_droplet_requires_an_optional_scope()
    {
        using var browser = await app.SignInAsync();

        using var refused = await browser.PostAsJsonAsync("/api/droplets", new { name = "web-1" });
        using var granted = await browser.GetAsync("/login?returnUrl=/me&scope=droplet:create");
        using var accepted = await browser.PostAsJsonAsync("/api/droplets", new { name = "web-1" });

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    [Fact]
    public async Task Invalid_input_gets_400()
    {
        using var browser = await app.SignInAsync("account:read", "droplet:read", "droplet:create");

        using var broken = new StringContent("{", Encoding.UTF8, "application/json");
        using var api = await browser.PostAsync("/api/droplets", broken);
#if (HasPage)
        using var empty = new FormUrlEncodedContent([]);
        using var form = await browser.PostAsync("/droplets/new", empty);
#endif

        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
#if (HasPage)
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
#endif
    }

#endif
    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await app.SignInAsync();

        using var signedOut = await browser.PostAsync("/logout", null);
        using var user = await browser.GetAsync("/me");

        Assert.Equal(HttpStatusCode.Unauthorized, user.StatusCode);
    }
#if (HasDroplets)

    [Fact]
    public async Task An_api_call_gets_401_after_the_user_has_revoked_access_at_DigitalOcean()
    {
        using var browser = await app.SignInAsync();
        await app.WithdrawAccessAsync();

        using var answer = await browser.GetAsync("/api/droplets");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_grant", problem.GetProperty("reason").GetString());
    }
#if (HasPage)

    [Fact]
    public async Task A_page_redirects_to_sign_in_after_the_user_has_revoked_access_at_DigitalOcean()
    {
        using var browser = await app.SignInAsync();
        await app.WithdrawAccessAsync();

        using var load = new HttpRequestMessage(HttpMethod.Get, "/");
        load.Headers.Accept.ParseAdd("text/html");
        using var page = await browser.SendAsync(load);

        // The app redirects to the sandbox, which approves automatically, and the user comes back with valid access.
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
        using var reference = await browser.GetAsync("/scalar");

        Assert.True(document.GetProperty("paths").TryGetProperty("/me", out _));
        Assert.Equal(HttpStatusCode.OK, reference.StatusCode);
    }
#endif
}
