using System.Text;

namespace DoOAuth.Tests;

/// <summary>Another server answers instead of DigitalOcean, by mistake or on purpose: the usual answers, none of which is a token of DigitalOcean.</summary>
public sealed class Foreign_shapes : ScriptedTests
{
    private const string Token = "f0r31gn-t0k3n";

    public static TheoryData<string, int, string, string, int, string> Answers => new()
    {
        { "GitHub, by default", 200, "application/x-www-form-urlencoded", $"access_token={Token}&scope=repo%2Cgist&token_type=bearer", 502, FailureReasons.ProviderError },
        { "GitHub, as JSON", 200, "application/json", $$"""{"access_token":"{{Token}}","scope":"repo,gist","token_type":"bearer"}""", 403, FailureReasons.ScopeMissing },
        { "GitHub, an error", 200, "application/json", """{"error":"bad_verification_code","error_description":"The code passed is incorrect or expired."}""", 502, FailureReasons.ProviderError },
        { "GitLab", 200, "application/json", $$"""{"access_token":"{{Token}}","token_type":"Bearer","expires_in":7200,"refresh_token":"{{Token}}","scope":"api read_user","created_at":1607635748}""", 403, FailureReasons.ScopeMissing },
        { "Google", 200, "application/json; charset=utf-8", $$"""{"access_token":"{{Token}}","expires_in":3599,"scope":"openid https://www.googleapis.com/auth/userinfo.email","token_type":"Bearer","id_token":"eyJhbGciOiJSUzI1NiJ9.e30.{{Token}}"}""", 403, FailureReasons.ScopeMissing },
        { "Google, without a scope", 200, "application/json", $$"""{"access_token":"{{Token}}","expires_in":3599,"token_type":"Bearer","id_token":"eyJhbGciOiJSUzI1NiJ9.e30.{{Token}}"}""", 502, FailureReasons.ProviderError },
        { "Microsoft", 200, "application/json", $$"""{"token_type":"Bearer","scope":"User.Read","expires_in":3736,"ext_expires_in":3736,"access_token":"{{Token}}"}""", 403, FailureReasons.ScopeMissing },
        { "Microsoft, an error", 400, "application/json", """{"error":"invalid_grant","error_description":"AADSTS70008","error_codes":[70008],"correlation_id":"x"}""", 400, FailureReasons.InvalidGrant },
        { "Slack", 200, "application/json", $$$"""{"ok":true,"access_token":"{{{Token}}}","scope":"commands","authed_user":{"id":"U1","access_token":"{{{Token}}}"}}""", 403, FailureReasons.ScopeMissing },
        { "Slack, an error", 200, "application/json", """{"ok":false,"error":"invalid_code"}""", 502, FailureReasons.ProviderError },
        { "Stripe", 200, "application/json", $$"""{"access_token":"{{Token}}","scope":"read_write","livemode":false,"stripe_user_id":"acct_1"}""", 403, FailureReasons.ScopeMissing },
        { "Facebook, an error", 400, "application/json", """{"error":{"message":"Invalid verification code format.","type":"OAuthException","code":100}}""", 502, FailureReasons.ProviderError },
        { "OAuth 1.0a", 200, "text/plain", $"oauth_token={Token}&oauth_token_secret={Token}&oauth_callback_confirmed=true", 502, FailureReasons.ProviderError },
        { "JSON:API", 200, "application/vnd.api+json", $$$$"""{"data":{"type":"tokens","attributes":{"access_token":"{{{{Token}}}}"}}}""", 502, FailureReasons.ProviderError },
        { "GraphQL", 200, "application/json", $$$"""{"data":{"token":{"access_token":"{{{Token}}}"}},"errors":[{"message":"x"}]}""", 502, FailureReasons.ProviderError },
        { "camel case", 200, "application/json", $$"""{"accessToken":"{{Token}}","expiresIn":1,"refreshToken":"{{Token}}"}""", 502, FailureReasons.ProviderError },
        { "a bare JWT", 200, "application/jwt", $"eyJhbGciOiJub25lIn0.e30.{Token}", 502, FailureReasons.ProviderError },
        { "a JWT as a JSON text", 200, "application/json", $"\"eyJhbGciOiJub25lIn0.e30.{Token}\"", 502, FailureReasons.ProviderError },
        { "XML", 200, "application/xml", $"<?xml version=\"1.0\"?><token><access_token>{Token}</access_token></token>", 502, FailureReasons.ProviderError },
        { "a captive portal", 200, "text/html", $"<html><head><meta http-equiv=\"refresh\" content=\"0;url=http://portal.example/{Token}\"></head></html>", 502, FailureReasons.ProviderError },
        { "DigitalOcean's API", 401, "application/json", """{"id":"Unauthorized","message":"Unable to authenticate you"}""", 502, FailureReasons.ProviderError },
        { "DigitalOcean's Spaces", 403, "application/xml", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", 502, FailureReasons.ProviderError },
        { "token introspection", 200, "application/json", """{"resource_owner_id":1,"scopes":["account:read","droplet:read"],"expires_in_seconds":1,"application":{"uid":"x"}}""", 502, FailureReasons.ProviderError },
        { "the account", 200, "application/json", """{"account":{"uuid":"u","email":"e@example.com","email_verified":true}}""", 502, FailureReasons.ProviderError },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Nobody_is_signed_in_by_it(string whose, int answered, string contentType, string body, int status, string reason)
    {
        Provider.Secret(Token);
        Provider.Token = (context, _) => Answer.Bytes(context, answered, contentType, Encoding.UTF8.GetBytes(body));
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync();

        Assert.True(status == answer.Status && reason == answer.Reason, $"{whose}: {answer.Body}");
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Leaks.AssertNone(answer, app, Provider, "AADSTS70008", "portal.example");
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_session_that_is_to_be_refreshed_ends_by_invalid_grant_alone(string whose, int answered, string contentType, string body, int status, string reason)
    {
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        Provider.Secret(Token);
        Provider.Token = (context, _) => Answer.Bytes(context, answered, contentType, Encoding.UTF8.GetBytes(body));
        app.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        var me = await browser.GetAsync("/me");

        Assert.True(me.Status == (reason == FailureReasons.InvalidGrant ? 401 : 200), $"{whose}, {status} at sign-in: {me.Body}");
        Leaks.AssertNone(me, app, Provider, "AADSTS70008", "portal.example");
    }

    [Theory]
    [InlineData("GitHub", """{"login":"octocat","id":1,"node_id":"x","email":"octocat@example.com"}""")]
    [InlineData("OpenID Connect", """{"sub":"248289761001","name":"Jane Doe","email":"janedoe@example.com"}""")]
    [InlineData("camel case", """{"account":{"Uuid":"u","Email":"e@example.com"}}""")]
    [InlineData("a list", """{"account":[{"uuid":"u","email":"e@example.com"}]}""")]
    [InlineData("a number for an id", """{"account":{"uuid":1,"email":"e@example.com"}}""")]
    [InlineData("another envelope", """{"user":{"uuid":"u","email":"e@example.com"}}""")]
    public async Task An_account_in_somebody_elses_shape_is_nobody(string whose, string account)
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().Without("info").ToString());
        Provider.Account = (context, _) => Answer.Json(context, 200, account);
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync();

        Assert.True(answer.Status == 502 && answer.Reason == FailureReasons.ProviderError, $"{whose}: {answer.Body}");
        Leaks.AssertNone(answer, app, Provider, "example.com", "octocat");
    }
}
