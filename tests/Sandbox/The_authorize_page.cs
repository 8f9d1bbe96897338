using System.Net;
using System.Text.RegularExpressions;

namespace DoOAuth.Sandbox.Tests;

public sealed partial class The_authorize_page : SandboxFixture
{
    [Fact]
    public async Task It_lists_in_words_what_is_asked_for_and_says_that_it_is_not_DigitalOcean()
    {
        using var response = await App.Http.GetAsync(App.AuthorizeAddress("account:read droplet:create ssh_key:read vpc:delete"));
        var page = await ReadPageAsync(response, HttpStatusCode.OK);

        Assert.Contains("this is not DigitalOcean", page, StringComparison.Ordinal);
        Assert.Contains("Deck &lt;1&gt;", page, StringComparison.Ordinal);
        foreach (var words in new[] { "View your account", "Create Droplets", "View SSH keys", "Delete VPCs", "Sammy the Shark", "coral@example.com", "Approve", "Deny" })
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http://localhost:*", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Approving_sends_a_code_and_denying_access_denied()
    {
        var approved = await DecideAsync("approve");
        Assert.Equal("the-state", approved["state"]);
        using var exchanged = await App.ExchangeAsync(approved["code"]);
        Assert.Equal(HttpStatusCode.OK, exchanged.StatusCode);

        var denied = await DecideAsync("deny");
        Assert.Equal(["error", "error_description", "state"], denied.Keys.Order());
        Assert.Equal("access_denied", denied["error"]);
    }

    [Fact]
    public async Task The_second_user_can_be_picked_and_stays_picked()
    {
        var redirect = await DecideAsync("approve", SandboxUser.Coral);
        using var exchanged = await App.ExchangeAsync(redirect["code"]);
        Assert.Equal("coral@example.com", (string?)(await OAuthDriver.ReadAsync(exchanged, HttpStatusCode.OK))["info"]!["email"]);

        using var again = await App.Http.GetAsync(App.AuthorizeAddress());
        Assert.Contains($"value=\"{SandboxUser.Coral.Uuid}\" checked", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_does_not_come_from_the_page_is_refused()
    {
        var form = await FormAsync();
        using var without = await App.PostAsync("/v1/oauth/authorize", form.Where(pair => pair.Key != "antiforgery").Append(new("decision", "approve")));
        Assert.Contains("was not sent by the consent page", await ReadPageAsync(without, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    // A browser sends a host's cookies to all of its ports.
    [Fact]
    public async Task The_pages_of_two_sandboxes_are_open_in_one_browser_at_once()
    {
        await using var other = await DigitalOceanSandbox.StartAsync();
        var browser = new CookieContainer();
        using var one = new OAuthDriver(Sandbox, browser);
        using var two = new OAuthDriver(other, browser);
        var (first, second) = (await FormAsync(one), await FormAsync(two));
        foreach (var (app, form) in new[] { (two, second), (one, first) })
        {
            form["account"] = SandboxUser.Sammy.Uuid;
            form["decision"] = "approve";
            using var response = await app.PostAsync("/v1/oauth/authorize", form);
            Assert.Contains("code", OAuthDriver.ReadRedirect(response));
        }
    }

    [Fact]
    public async Task Prompt_none_gives_a_code_only_for_what_was_allowed_before()
    {
        Assert.Equal("consent_required", (await App.AuthorizeAsync(changes: ("prompt", "none")))["error"]);
        await DecideAsync("approve");
        Assert.Contains("code", await App.AuthorizeAsync(changes: ("prompt", "none")));
        Assert.Equal("consent_required", (await App.AuthorizeAsync("account:read tag:read", ("prompt", "none")))["error"]);

        Sandbox.Faults.Add("signed-out*1");
        Assert.Equal("login_required", (await App.AuthorizeAsync(changes: ("prompt", "none")))["error"]);
        Assert.Contains("code", await App.AuthorizeAsync(changes: ("prompt", "none")));
    }

    // The reference: i is the beginning of the expected account's UUID, 6 characters.
    [Fact]
    public async Task Prompt_none_with_a_hint_looks_for_that_account()
    {
        await DecideAsync("approve", SandboxUser.Coral);
        await DecideAsync("approve", SandboxUser.Sammy);
        foreach (var (hint, email) in new[] { (SandboxUser.Coral.Uuid[..6], "coral@example.com"), (SandboxUser.Sammy.Uuid[..6].ToUpperInvariant(), "sammy@example.com"), (SandboxUser.Coral.Uuid, "coral@example.com") })
        {
            using var exchanged = await App.ExchangeAsync((await App.AuthorizeAsync(changes: [("prompt", "none"), ("i", hint)]))["code"]);
            Assert.Equal(email, (string?)(await OAuthDriver.ReadAsync(exchanged, HttpStatusCode.OK))["info"]!["email"]);
        }

        Assert.Equal("login_required", (await App.AuthorizeAsync(changes: [("prompt", "none"), ("i", "ffffff")]))["error"]);
        await Sandbox.WithdrawAccessAsync(SandboxUser.Coral);
        Assert.Equal("consent_required", (await App.AuthorizeAsync(changes: [("prompt", "none"), ("i", SandboxUser.Coral.Uuid[..6])]))["error"]);
    }

    [Fact]
    public async Task The_implicit_flow_puts_the_token_into_the_fragment()
    {
        var form = await FormAsync(App, ("response_type", "token"));
        form["account"] = SandboxUser.Coral.Uuid;
        form["decision"] = "approve";
        using var response = await App.PostAsync("/v1/oauth/authorize", form);
        var location = response.Headers.Location!;
        Assert.Equal(OAuthDriver.Callback, location.GetLeftPart(UriPartial.Query));
        var answer = location.Fragment[1..].Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        Assert.Equal(["access_token", "expires_in", "state", "token_type"], answer.Keys.Order());
        Assert.Equal(("bearer", "2592000", "the-state"), (answer["token_type"], answer["expires_in"], answer["state"]));
        Assert.StartsWith("doo_v1_", answer["access_token"], StringComparison.Ordinal);
        using var account = await App.ApiAsync(HttpMethod.Get, "/v2/account", answer["access_token"]);
        Assert.Equal("coral@example.com", (string?)(await OAuthDriver.ReadAsync(account, HttpStatusCode.OK))["account"]!["email"]);
        using var droplets = await App.ApiAsync(HttpMethod.Delete, "/v2/tags/x", answer["access_token"]);
        Assert.Equal(HttpStatusCode.Forbidden, droplets.StatusCode);
    }

    [Theory]
    [InlineData("scope", "account:read droplet:reed", "droplet:reed", "droplet:read")]
    [InlineData("scope", "database:write", "database:write", "database:update")]
    [InlineData("scope", "offline_access", "offline_access", "There is no scope")]
    [InlineData("redirect_uri", "https://example.com/callback", "https://example.com/callback", "any address on this machine")]
    [InlineData("redirect_uri", "http://localhost:5000/x#fragment", "fragment", "cannot be authorized")]
    [InlineData("redirect_uri", null, "redirect_uri", "cannot be authorized")]
    [InlineData("client_id", "nobody", "nobody", "home page")]
    public async Task What_the_app_will_not_hear_of_ends_on_a_page_here(string parameter, string? value, string named, string fix)
    {
        using var response = await App.Http.GetAsync(App.AuthorizeAddress(changes: (parameter, value)));
        var page = WebUtility.HtmlDecode(await ReadPageAsync(response, HttpStatusCode.BadRequest));

        Assert.Null(response.Headers.Location);
        Assert.Contains(named, page, StringComparison.Ordinal);
        Assert.Contains(fix, page, StringComparison.Ordinal);
        Assert.Contains("does not redirect the user to the app", page, StringComparison.Ordinal);
        Assert.Contains(
            parameter switch
            {
                "scope" => "“The requested scope is invalid, unknown, or malformed.”",
                "redirect_uri" => "“The redirect uri included is not valid.”",
                _ => "“The request is missing a required parameter",
            },
            page,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("response_type", "nonsense")]
    [InlineData("response_type", null)]
    public async Task Only_a_code_with_S256_can_be_asked_for(string parameter, string? value)
    {
        using var response = await App.Http.GetAsync(App.AuthorizeAddress(changes: (parameter, value)));
        Assert.Contains(parameter, await ReadPageAsync(response, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_client_needs_PKCE_and_no_secret()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options =>
        {
            options.ClientSecret = null;
            options.AutoApprove = true;
        });
        using var app = new OAuthDriver(sandbox);

        using var without = await app.Http.GetAsync(app.AuthorizeAddress(changes: [("code_challenge", null), ("code_challenge_method", null)]));
        Assert.Contains("code_challenge", await ReadPageAsync(without, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        var answer = await app.SignInAsync();
        using var refreshed = await app.RefreshAsync((string)answer["refresh_token"]!);
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
    }

    [Fact]
    public async Task A_registered_address_is_compared_byte_by_byte()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options =>
        {
            options.AutoApprove = true;
            options.Clients.Add(new SandboxClient("second", "second-secret") { RedirectUris = [OAuthDriver.Callback] });
        });
        using var app = new OAuthDriver(sandbox);

        Assert.Contains("code", await app.AuthorizeAsync(changes: ("client_id", "second")));
        using var other = await app.Http.GetAsync(app.AuthorizeAddress(changes: [("client_id", "second"), ("redirect_uri", OAuthDriver.Callback + "/")]));
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    [Fact]
    public async Task The_redirect_addresses_of_the_app_can_be_set()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options =>
        {
            options.AutoApprove = true;
            options.RedirectUris.Add("http://localhost:5000/signin");
            options.RedirectUris.Add(OAuthDriver.Callback);
        });
        using var app = new OAuthDriver(sandbox);

        Assert.Contains("code", await app.AuthorizeAsync());
        using var other = await app.Http.GetAsync(app.AuthorizeAddress(changes: ("redirect_uri", "http://localhost:5001/callback")));
        var page = WebUtility.HtmlDecode(await ReadPageAsync(other, HttpStatusCode.BadRequest));
        Assert.Contains("It was: http://localhost:5001/callback. It must equal a registered address: http://localhost:5000/signin, " + OAuthDriver.Callback, page, StringComparison.Ordinal);
        Assert.DoesNotContain("any address on this machine", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("👩🏽‍🚀 Rockets", "👩🏽‍🚀")]
    [InlineData("éclair", "É")]
    [InlineData("ß", "ß")]
    public async Task The_mark_of_the_app_is_the_first_character_of_its_name(string name, string mark)
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options => options.ClientName = name);
        using var app = new OAuthDriver(sandbox);
        using var response = await app.Http.GetAsync(app.AuthorizeAddress());
        Assert.Contains($"<span class=\"mark app\">{mark}</span>", WebUtility.HtmlDecode(await ReadPageAsync(response, HttpStatusCode.OK)), StringComparison.Ordinal);
    }

    protected override void Configure(SandboxOptions options) => options.ClientName = "Deck <1>";

    private static async Task<string> ReadPageAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var page = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"expected {expected}, got {response.StatusCode}: {page}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return page;
    }

    private async Task<Dictionary<string, string>> DecideAsync(string decision, SandboxUser? user = null)
    {
        var form = await FormAsync();
        form["account"] = (user ?? SandboxUser.Sammy).Uuid;
        form["decision"] = decision;
        using var response = await App.PostAsync("/v1/oauth/authorize", form);
        return OAuthDriver.ReadRedirect(response);
    }

    private Task<Dictionary<string, string>> FormAsync() => FormAsync(App);

    private static async Task<Dictionary<string, string>> FormAsync(OAuthDriver app, params (string Name, string? Value)[] changes)
    {
        using var response = await app.Http.GetAsync(app.AuthorizeAddress(changes: changes));
        var page = await ReadPageAsync(response, HttpStatusCode.OK);
        return HiddenField().Matches(page).ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""", RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenField();
}
