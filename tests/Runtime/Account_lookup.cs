using System.Text.Json.Nodes;

namespace DoOAuth.Tests;

/// <summary>Where the token answer does not say who signed in, the account is asked, once.</summary>
public sealed class Account_lookup : ScriptedTests
{
    private const string AccountJson =
        """{"account":{"email":"asked@example.com","name":"Asked","uuid":"user-asked","team":{"uuid":"team-asked","name":"Asked Team"}}}""";

    [Theory]
    [InlineData("missing")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{\"uuid\":1,\"email\":[]}")]
    [InlineData("{\"uuid\":\"  \",\"email\":\"\"}")]
    public async Task Without_info_the_account_tells_all(string info)
    {
        var me = await SignInAsync(
            answer => info == "missing" ? answer.Without("info") : answer.With("info", JsonNode.Parse(info)), AccountJson);

        Assert.Equal("user-asked", (string?)me.Json["uuid"]);
        Assert.Equal("asked@example.com", (string?)me.Json["email"]);
        Assert.Equal("Asked", (string?)me.Json["name"]);
        Assert.Equal("Asked Team", (string?)me.Json["team"]!["name"]);
        var request = Assert.Single(Provider.To("/v2/account"));
        Assert.Equal("GET", request.Method);
        Assert.StartsWith("doo_v1_access", request.Bearer, StringComparison.Ordinal);
        Assert.Equal("", request.Query);
    }

    [Fact]
    public async Task Without_email_what_info_says_wins_all_the_same()
    {
        var me = await SignInAsync(answer => answer.WithInfo("uuid", "user-asked").WithoutInfo("email"), AccountJson);

        Assert.Equal("user-asked", (string?)me.Json["uuid"]);
        Assert.Equal("asked@example.com", (string?)me.Json["email"]);
        Assert.Equal("Sammy the Shark", (string?)me.Json["name"]);
        Assert.Equal("My Team", (string?)me.Json["team"]!["name"]);
        Assert.Single(Provider.To("/v2/account"));
    }

    [Fact]
    public async Task Without_uuid_what_info_says_wins_all_the_same()
    {
        var me = await SignInAsync(answer => answer.WithoutInfo("uuid"), AccountJson);

        Assert.Equal("user-asked", (string?)me.Json["uuid"]);
        Assert.Equal("sammy@example.com", (string?)me.Json["email"]);
    }

    [Theory]
    [InlineData("""{"account":{"email":"asked@example.com","uuid":"user-asked"}}""")]
    [InlineData("""{"account":{"email":"asked@example.com","uuid":"user-asked","team":null,"name":null}}""")]
    public async Task A_narrow_account_has_no_name_and_no_team(string account)
    {
        var me = await SignInAsync(answer => answer.Without("info"), account);

        Assert.Equal("user-asked", (string?)me.Json["uuid"]);
        Assert.Null(me.Json["name"]);
        Assert.Null(me.Json["team"]);
    }

    [Fact]
    public async Task Another_users_account_is_the_providers_error()
    {
        await AssertFailsAsync(answer => answer.WithoutInfo("email"), 200, AccountJson, 502, FailureReasons.ProviderError);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, "{\"account\":[]}")]
    [InlineData(200, "{\"account\":{\"email\":\"x@example.com\"}}")]
    [InlineData(200, "{\"acc\\ud800ntttttttttttttttttttttttttttt\":{}}")]
    [InlineData(200, "<html>provider-text</html>")]
    [InlineData(401, "{\"id\":\"unauthorized\",\"message\":\"provider-text\"}")]
    [InlineData(429, "{\"id\":\"too_many_requests\",\"message\":\"provider-text\"}")]
    [InlineData(500, "provider-text")]
    public async Task An_account_that_does_not_tell_either_is_too(int status, string json)
    {
        await AssertFailsAsync(answer => answer.Without("info"), status, json, 502, FailureReasons.ProviderError);
    }

    [Fact]
    public async Task An_account_that_may_not_be_asked_is_a_missing_scope()
    {
        var answer = await AssertFailsAsync(
            answer => answer.Without("info"), 403, """{"id":"forbidden","message":"provider-text"}""", 403, FailureReasons.ScopeMissing);
        Assert.Equal("account:read", (string?)answer.Json["scopes"]![0]);
    }

    [Fact]
    public async Task A_uuid_is_enough_where_the_account_may_not_be_asked()
    {
        Provider.Account = (context, _) => Answer.Json(context, 403, "{}");
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().WithoutInfo("email").ToString());
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();

        Assert.Null((await browser.GetAsync("/me")).Json["email"]);
    }

    private async Task<Page> SignInAsync(Func<TokenAnswerText, TokenAnswerText> change, string account)
    {
        Provider.Account = (context, _) => Answer.Json(context, 200, account);
        Provider.Token = (context, _) => Answer.Json(context, 200, change(Provider.TokenAnswer()).ToString());
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        return await browser.GetAsync("/me");
    }

    private async Task<Page> AssertFailsAsync(
        Func<TokenAnswerText, TokenAnswerText> change, int accountStatus, string account, int status, string reason)
    {
        Provider.Account = (context, _) => Answer.Json(context, accountStatus, account);
        Provider.Token = (context, _) => Answer.Json(context, 200, change(Provider.TokenAnswer()).ToString());
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync();

        Assert.Equal(status, answer.Status);
        Assert.Equal(reason, answer.Reason);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Leaks.AssertNone(answer, app, Provider, "provider-text");
        return answer;
    }
}
