using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests;

public sealed class Signing_in : IAsyncLifetime
{
    private ScriptedProvider _provider = null!;
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _provider = await ScriptedProvider.StartAsync();
        _app = await TestApp.StartAsync(_provider);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Login_sends_the_browser_to_DigitalOcean_with_all_that_it_needs()
    {
        using var browser = _app.NewBrowser();
        var login = await browser.LoadAsync("/login");

        Assert.Equal(302, login.Status);
        Assert.Equal(new Uri(_provider.Address, "/v1/oauth/authorize").AbsoluteUri, login.Location.GetLeftPart(UriPartial.Path));
        var query = QueryHelpers.ParseQuery(login.Location.Query);
        Assert.Equal(ScriptedProvider.ClientId, query["client_id"]);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("account:read droplet:read", query["scope"]);
        Assert.Equal(new Uri(_app.Address, "/callback").AbsoluteUri, query["redirect_uri"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(43, query["code_challenge"].ToString().Length);
        Assert.NotEmpty(query["state"].ToString());
        Assert.Equal("no-store", login.Header("Cache-Control"));
    }

    [Fact]
    public async Task State_and_challenge_are_new_each_time()
    {
        using var browser = _app.NewBrowser();
        var first = QueryHelpers.ParseQuery((await browser.LoadAsync("/login")).Location.Query);
        var second = QueryHelpers.ParseQuery((await browser.LoadAsync("/login")).Location.Query);

        Assert.NotEqual(first["state"], second["state"]);
        Assert.NotEqual(first["code_challenge"], second["code_challenge"]);
    }

    [Fact]
    public async Task The_code_is_exchanged_in_a_form_body_and_nowhere_else()
    {
        using var browser = _app.NewBrowser();
        var login = await browser.LoadAsync("/login");
        var authorize = QueryHelpers.ParseQuery(login.Location.Query);
        var callback = (await browser.LoadAsync(login.Location.AbsoluteUri)).Location;
        await browser.LoadAsync(callback.AbsoluteUri);

        var request = Assert.Single(_provider.TokenRequests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("", request.Query);
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
        Assert.False(request.Headers.ContainsKey("Authorization"));
        Assert.Equal(
            ["client_id", "client_secret", "code", "code_verifier", "grant_type", "redirect_uri"],
            request.Form.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("authorization_code", request.Form["grant_type"]);
        Assert.Equal(ScriptedProvider.ClientId, request.Form["client_id"]);
        Assert.Equal(ScriptedProvider.ClientSecret, request.Form["client_secret"]);
        Assert.Equal(QueryHelpers.ParseQuery(callback.Query)["code"], request.Form["code"]);
        Assert.Equal(authorize["redirect_uri"], request.Form["redirect_uri"]);
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(request.Form["code_verifier"])));
        Assert.Equal(authorize["code_challenge"], challenge);
    }

    [Fact]
    public async Task One_round_trip_signs_the_user_in()
    {
        using var browser = await _app.SignedInAsync();

        Assert.Equal(
            ["/v1/oauth/authorize", "/v1/oauth/token"],
            _provider.Requests.Select(request => request.Path));
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        Assert.Equal(2, _provider.Requests.Count);
    }

    [Fact]
    public async Task Me_tells_who_is_signed_in()
    {
        _provider.Token = (context, _) => Answer.Json(context, 200, _provider.TokenAnswer().WithInfo("uuid", "user-7").With("expires_in", 3600).ToString());
        using var browser = await _app.SignedInAsync();
        var me = await browser.GetAsync("/me");

        Assert.Equal("application/json; charset=utf-8", me.ContentType);
        Assert.Equal("no-store", me.Header("Cache-Control"));
        var json = me.Json.AsObject();
        Assert.Equal(["email", "expiresAt", "name", "scopes", "team", "uuid"], json.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal("user-7", (string?)json["uuid"]);
        Assert.Equal("Sammy the Shark", (string?)json["name"]);
        Assert.Equal("sammy@example.com", (string?)json["email"]);
        Assert.Equal("team-1", (string?)json["team"]!["uuid"]);
        Assert.Equal("My Team", (string?)json["team"]!["name"]);
        Assert.Equal(["account:read", "droplet:read"], json["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal(_app.Time.GetUtcNow().AddHours(1), DateTimeOffset.Parse((string)json["expiresAt"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Me_is_401_for_whoever_is_signed_out_page_load_or_not()
    {
        using var browser = _app.NewBrowser();
        foreach (var me in new[] { await browser.GetAsync("/me"), await browser.LoadAsync("/me") })
        {
            Assert.Equal(401, me.Status);
            Assert.Equal("application/problem+json", me.ContentType);
            Assert.Equal("Bearer", me.Header("WWW-Authenticate"));
            Assert.Equal("no-store", me.Header("Cache-Control"));
            Assert.Equal("/login?returnUrl=%2Fme", (string?)me.Json["login"]);
        }
    }

    [Theory]
    [InlineData("/login", "/")]
    [InlineData("/login?returnUrl=", "/")]
    [InlineData("/login?returnUrl=%2Fdroplets%3Fpage%3D2%26sort%3Dname", "/droplets?page=2&sort=name")]
    public async Task The_user_comes_back_to_where_the_sign_in_began(string login, string expected)
    {
        using var browser = _app.NewBrowser();
        var answer = await browser.SignInAsync(login);

        Assert.Equal(302, answer.Status);
        Assert.Equal(new Uri(_app.Address, expected), answer.Location);
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_scope_can_be_asked_for_besides()
    {
        using var browser = await _app.SignedInAsync(DropletDeck.Links.Login("/", Scopes.Droplet.Create));

        Assert.Equal("account:read droplet:read droplet:create", _provider.Requests[0].QueryFields["scope"]);
        var me = await browser.GetAsync(DropletDeck.Links.User());
        Assert.Equal(["account:read", "droplet:create", "droplet:read"], me.Json["scopes"]!.AsArray().Select(scope => (string?)scope));
    }

    [Theory]
    [InlineData("volume:read")]
    [InlineData("droplet:create image:read")]
    [InlineData("DROPLET:CREATE")]
    [InlineData("droplet:create\" x=\"")]
    public async Task A_scope_that_is_not_declared_cannot(string scope)
    {
        using var browser = _app.NewBrowser();
        var login = await browser.GetAsync("/login?scope=" + Uri.EscapeDataString(scope));

        Assert.Equal(400, login.Status);
        Assert.Equal("application/problem+json", login.ContentType);
        Assert.Empty(login.SetCookies);
        Assert.Null(login.Header("Location"));
    }

    [Fact]
    public async Task A_sign_in_leaves_no_secret_behind()
    {
        using var browser = _app.NewBrowser();
        var answer = await browser.SignInAsync();

        Leaks.AssertNone(answer, _app, _provider);
        foreach (var token in _provider.Secrets.Where(secret => !secret.StartsWith("code-", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(_app.Logs.Lines, line => line.All.Contains(token, StringComparison.Ordinal));
        }

        Assert.Contains(_app.Logs.Own, line => line.Message == "DropletDeck: a user signed in.");
    }
}
