using System.Globalization;
using System.Text.Json.Nodes;

namespace DoOAuth.Tests;

/// <summary>What DigitalOcean's token answer may look like, as far as it is known or feared: all of it signs the user in.</summary>
public sealed class Token_answer_variations : ScriptedTests
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    [Theory]
    [InlineData(null)]
    [InlineData("bearer")]
    [InlineData("Bearer")]
    [InlineData("mac")]
    [InlineData("")]
    public async Task The_token_type_does_not_matter(string? type)
    {
        var me = await SignInAsync(answer => type is null ? answer.Without("token_type") : answer.With("token_type", type));
        Assert.Equal(200, me.Status);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"the-legacy-token\"")]
    public async Task A_legacy_bearer_field_may_stand_in_for_it(string bearer)
    {
        var me = await SignInAsync(answer => answer.Without("token_type").With("bearer", JsonNode.Parse(bearer)));
        Assert.Equal(200, me.Status);
    }

    [Fact]
    public async Task A_legacy_bearer_field_may_hold_the_token()
    {
        var app = await StartAsync(app => app.MapGet("/call", (DigitalOceanClient client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))));
        Provider.Token = (context, _) => Answer.Json(
            context, 200, Provider.TokenAnswer().Without("token_type").Without("access_token").With("bearer", Provider.Secret("doo_v1_legacy")).ToString());
        using var browser = await app.SignedInAsync();

        Assert.Equal("doo_v1_legacy", (string?)(await browser.GetAsync("/call")).Json["bearer"]);
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("\"3600\"", 3600)]
    [InlineData("3600.9", 3600)]
    [InlineData("1e300", 3650L * 86400)]
    [InlineData("99999999999999999999", 3650L * 86400)]
    [InlineData("\"soon\"", 2592000)]
    [InlineData("\"NaN\"", 2592000)]
    [InlineData("null", 2592000)]
    [InlineData("[]", 2592000)]
    [InlineData("{}", 2592000)]
    [InlineData("true", 2592000)]
    public async Task A_lifetime_is_read_if_it_can_be(string expiresIn, long seconds)
    {
        var me = await SignInAsync(answer => answer.With("expires_in", JsonNode.Parse(expiresIn)));
        AssertExpires(me, TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Without_a_lifetime_it_is_the_usual_one()
    {
        AssertExpires(await SignInAsync(answer => answer.Without("expires_in")), Usual);
    }

    [Fact]
    public async Task Without_a_scope_what_was_asked_for_was_granted()
    {
        Assert.Equal(["account:read", "droplet:read"], ScopesOf(await SignInAsync(answer => answer.Without("scope"))));
    }

    [Theory]
    [InlineData("\"account:read droplet:read image:read\"", "account:read droplet:read image:read")]
    [InlineData("\"droplet:read   account:read droplet:read\"", "account:read droplet:read")]
    [InlineData("[\"droplet:read\",\"account:read\"]", "account:read droplet:read")]
    [InlineData("null", "account:read droplet:read")]
    [InlineData("\"read\"", "read")]
    [InlineData("\"api:read\"", "api:read")]
    [InlineData("\"read write\"", "read write")]
    [InlineData("\"api:read api:write\"", "api:read api:write")]
    [InlineData("\"write\"", "write")]
    [InlineData("\"account:read droplet:read =odd odd: :odd a,b:c droplet:r,x x:cr x:create\"", ":odd =odd a,b:c account:read droplet:r,x droplet:read odd: x:cr x:create")]
    public async Task A_scope_says_what_was_granted(string scope, string granted)
    {
        Assert.Equal(granted.Split(' '), ScopesOf(await SignInAsync(answer => answer.With("scope", JsonNode.Parse(scope)))));
    }

    [Theory]
    [InlineData("account:read", "droplet:read")]
    [InlineData("", "account:read droplet:read")]
    [InlineData("droplet:create droplet:delete", "account:read droplet:read")]
    [InlineData("droplet:readx account:rea", "account:read droplet:read")]
    public async Task A_scope_too_narrow_signs_nobody_in(string granted, string missing)
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().With("scope", granted).ToString());
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync("/login?returnUrl=%2Fx");

        Assert.Equal(403, answer.Status);
        Assert.Equal(FailureReasons.ScopeMissing, answer.Reason);
        Assert.Equal(missing.Split(' '), ScopesOf(answer));
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Leaks.AssertNone(answer, app, Provider);
    }

    [Fact]
    public async Task Info_may_lack_all_but_uuid_and_email()
    {
        var me = await SignInAsync(answer => answer.WithoutInfo("name", "team_uuid", "team_name"));

        Assert.Null(me.Json["name"]);
        Assert.Null(me.Json["team"]);
        Assert.Equal("sammy@example.com", (string?)me.Json["email"]);
        Assert.Empty(Provider.To("/v2/account"));
    }

    [Fact]
    public async Task A_team_may_lack_its_name()
    {
        var me = await SignInAsync(answer => answer.WithoutInfo("team_name"));

        Assert.Equal("team-1", (string?)me.Json["team"]!["uuid"]);
        Assert.Null(me.Json["team"]!["name"]);
    }

    [Fact]
    public async Task What_identifies_people_keeps_its_exact_form()
    {
        var me = await SignInAsync(answer => answer.WithInfo("name", "Zoë <b>\"Shark\"</b> 🦈\r\n\u001b[31m").WithInfo("email", "zoë+1@exämple.com"));

        Assert.Equal("Zoë <b>\"Shark\"</b> 🦈\r\n\u001b[31m", (string?)me.Json["name"]);
        Assert.Equal("zoë+1@exämple.com", (string?)me.Json["email"]);
        Assert.DoesNotContain("<b>", me.Body, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', me.Body);
    }

    [Fact]
    public async Task A_very_long_name_is_cut_without_breaking_a_character()
    {
        var me = await SignInAsync(answer => answer.WithInfo("name", new string('x', 255) + "🦈🦈"));
        Assert.Equal(new string('x', 255), (string?)me.Json["name"]);
    }

    [Fact]
    public async Task Unknown_fields_and_a_byte_order_mark_do_no_harm()
    {
        Provider.Token = (context, _) => Answer.Json(
            context, 200, "\uFEFF" + Provider.TokenAnswer().With("created_at", 1).With("extra", new JsonObject { ["deep"] = new JsonArray(1, 2) }));
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task The_content_type_does_not_matter()
    {
        Provider.Token = (context, _) => Answer.Bytes(
            context, 200, "text/plain; charset=nonsense", System.Text.Encoding.UTF8.GetBytes(Provider.TokenAnswer().ToString()));
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    private async Task<Page> SignInAsync(Func<TokenAnswerText, TokenAnswerText> change)
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, change(Provider.TokenAnswer()).ToString());
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        _now = app.Time.GetUtcNow();
        return await browser.GetAsync("/me");
    }

    private DateTimeOffset _now;

    private void AssertExpires(Page me, TimeSpan lifetime) =>
        Assert.Equal(_now + lifetime, DateTimeOffset.Parse((string)me.Json["expiresAt"]!, CultureInfo.InvariantCulture));

    private static IEnumerable<string?> ScopesOf(Page page) => page.Json["scopes"]!.AsArray().Select(scope => (string?)scope);
}
