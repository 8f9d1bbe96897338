using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests;

/// <summary>Two annotated classes at two providers, of which the second is the attacker's: nothing of the first gets to it.</summary>
public sealed class Mix_up : ScriptedTests
{
    private const string SecretAtTheHostileOne = "the-secret-there";

    private ScriptedProvider _hostile = null!;
    private TestApp _app = null!;

    private ScriptedProvider Honest => Provider;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _hostile = Keep(await ScriptedProvider.StartAsync());
        var configuration = Honest.Configuration.Concat(_hostile.ConfigurationFor("Admin")).ToDictionary();
        configuration["Admin:ClientSecret"] = SecretAtTheHostileOne;
        _app = Keep(await BothDecks.StartAsync(
            configuration,
            app =>
            {
                app.MapGet("/call", (DropletDeck.Client client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))).RequireDropletRead();
                app.MapGet("/admin/call", (AdminDeck.Client client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))).RequireAdminDropletRead();
                app.MapGet("/stray", (DropletDeck.Client client) => client.GetStringAsync(new Uri(_hostile.Address, "/v2/stray"))).RequireDropletRead();
            }));
    }

    [Fact]
    public async Task Sent_on_to_the_honest_one_the_code_does_not_reach_the_hostile_one()
    {
        // The hostile provider sends the browser on, to the honest one, as if the other class had begun.
        _hostile.Authorize = (context, request) =>
        {
            context.Response.Redirect(QueryHelpers.AddQueryString(new Uri(Honest.Address, "/v1/oauth/authorize").AbsoluteUri, new Dictionary<string, string?>
            {
                ["client_id"] = ScriptedProvider.ClientId,
                ["response_type"] = "code",
                ["redirect_uri"] = new Uri(_app.Address, "/callback").AbsoluteUri,
                ["scope"] = "account:read droplet:read",
                ["state"] = request.QueryFields["state"],
                ["code_challenge"] = request.QueryFields["code_challenge"],
                ["code_challenge_method"] = "S256",
            }));
            return Task.CompletedTask;
        };
        using var victim = _app.NewBrowser();
        var page = await victim.FollowAsync("/admin/login");

        Assert.Equal(400, page.Status);
        Assert.Equal("/callback", page.Address.AbsolutePath);
        Assert.Contains(FailureReasons.StateMismatch, page.Body, StringComparison.Ordinal);
        Assert.Single(Honest.To("/v1/oauth/authorize"));
        Assert.Empty(Honest.TokenRequests);
        Assert.Empty(_hostile.TokenRequests);
    }

    [Fact]
    public async Task Each_has_a_redirect_uri_of_its_own_by_which_it_is_told_who_answered()
    {
        using var browser = _app.NewBrowser();
        await browser.ReachCallbackAsync();
        await browser.ReachCallbackAsync("/admin/login");

        Assert.NotEqual(
            Honest.To("/v1/oauth/authorize")[0].QueryFields["redirect_uri"],
            _hostile.To("/v1/oauth/authorize")[0].QueryFields["redirect_uri"]);
    }

    [Fact]
    public async Task Over_a_sessions_whole_life_neither_sees_anything_of_the_other()
    {
        // Names of their own, or a secret of the one could not be told from one of the other.
        _hostile.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("code", _hostile.Secret("hostile-code")));
        _hostile.Token = (context, _) => Answer.Json(
            context, 200, new TokenAnswerText(_hostile.Secret("hostile-access"), _hostile.Secret("hostile-refresh"), "user-1").ToString());
        using var browser = _app.NewBrowser();
        Assert.Equal(302, (await browser.SignInAsync()).Status);
        Assert.Equal(302, (await browser.SignInAsync("/admin/login")).Status);
        _app.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        Assert.Equal(200, (await browser.GetAsync("/admin/call")).Status);
        await browser.GetAsync("/stray");
        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(204, (await browser.PostAsync("/admin/disconnect")).Status);

        Assert.Single(Honest.Refreshes);
        Assert.Single(_hostile.Refreshes);
        Assert.Single(_hostile.To("/v2/stray"));
        AssertNothingOf(Honest.Secrets, _hostile);
        AssertNothingOf(_hostile.Secrets.Where(secret => secret != ScriptedProvider.ClientSecret).Append(SecretAtTheHostileOne), Honest);
    }

    [Fact]
    public async Task A_user_id_that_the_hostile_one_copies_opens_nothing_of_the_first()
    {
        _hostile.Token = (context, _) => Answer.Json(
            context, 200, _hostile.TokenAnswer().WithInfo("uuid", "the-victim").With("scope", "write account:read droplet:read").ToString());
        Honest.Token = (context, _) => Answer.Json(context, 200, Honest.TokenAnswer().WithInfo("uuid", "the-victim").ToString());
        using var victim = await _app.SignedInAsync();
        using var attacker = await _app.SignedInAsync("/admin/login");

        Assert.Equal("the-victim", (string?)(await attacker.GetAsync("/admin/me")).Json["uuid"]);
        Assert.Equal(401, (await attacker.GetAsync("/me")).Status);
        Assert.Equal(401, (await attacker.GetAsync("/call")).Status);
        Assert.Equal(204, (await attacker.PostAsync("/admin/logout")).Status);
        Assert.Equal(200, (await victim.GetAsync("/me")).Status);
    }

    private static void AssertNothingOf(IEnumerable<string> secrets, ScriptedProvider at)
    {
        Assert.True(secrets.Count() >= 5, "Hardly any secret to look for.");
        Assert.NotEmpty(at.TokenRequests);
        Assert.All(at.Requests, request => Assert.All(secrets, secret => Assert.DoesNotContain(
            secret, $"{request.Query} {string.Join(' ', request.Headers.Values)} {Uri.UnescapeDataString(request.Body)}", StringComparison.Ordinal)));
    }
}
