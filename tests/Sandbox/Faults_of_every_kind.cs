using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Sandbox.Tests;

public sealed class Faults_of_every_kind : SandboxFixture
{
    public static TheoryData<SandboxFaultKind> Kinds => [.. Enum.GetValues<SandboxFaultKind>()];

    [Theory]
    [InlineData("refuse-consent", "access_denied")]
    [InlineData("authorize-error=server_error", "server_error")]
    public async Task Authorization_comes_back_with_an_error(string fault, string error)
    {
        Sandbox.Faults.Add(fault + "*1");
        Assert.Equal(error, (await App.AuthorizeAsync())["error"]);
        Assert.Contains("code", await App.AuthorizeAsync());
    }

    [Theory]
    [InlineData("no-scope", "scope")]
    [InlineData("token-type", "token_type")]
    [InlineData("no-expires-in", "expires_in")]
    [InlineData("no-info", "info")]
    [InlineData("no-refresh-token", "refresh_token")]
    public async Task A_field_is_missing(string fault, string field)
    {
        Sandbox.Faults.Add(fault + "*1");
        Assert.DoesNotContain(field, Keys(await App.SignInAsync()));
        Assert.Contains(field, Keys(await App.SignInAsync()));
    }

    [Theory]
    [InlineData("no-info-uuid", new[] { "name", "email", "team_uuid", "team_name" })]
    [InlineData("no-info-email", new[] { "name", "uuid", "team_uuid", "team_name" })]
    [InlineData("no-info-name", new[] { "email", "uuid", "team_uuid", "team_name" })]
    [InlineData("no-info-team", new[] { "name", "email", "uuid" })]
    public async Task Info_is_incomplete(string fault, string[] left)
    {
        Sandbox.Faults.Add(fault);
        Assert.Equal(left, Keys((await App.SignInAsync())["info"]!.AsObject()));
    }

    [Fact]
    public async Task The_variations_of_the_token_answer()
    {
        Sandbox.Faults.Add(SandboxFaultKind.LegacyBearer);
        Sandbox.Faults.Add(SandboxFaultKind.ExpiresInString);
        Sandbox.Faults.Add(SandboxFaultKind.ApiScopeNames);
        var answer = await App.SignInAsync("read write");
        Assert.DoesNotContain("token_type", Keys(answer));
        Assert.Equal("bearer", (string?)answer["bearer"]);
        Assert.Equal("2592000", (string?)answer["expires_in"]);
        Assert.Equal("api:read api:write", (string?)answer["scope"]);

        Sandbox.Faults.Clear();
        Sandbox.Faults.Add(SandboxFaultKind.TokenType, "MAC");
        Assert.Equal("MAC", (string?)(await App.SignInAsync())["token_type"]);
    }

    [Fact]
    public async Task Fewer_scopes_are_granted_than_asked_for()
    {
        Sandbox.Faults.Add(SandboxFault.Grant("account:read").Once());
        var answer = await App.SignInAsync("account:read droplet:read");
        Assert.Equal("account:read", (string?)answer["scope"]);
        Assert.Equal(HttpStatusCode.Forbidden, await ApiAsync("/v2/droplets", answer));
        Assert.Equal(HttpStatusCode.OK, await ApiAsync("/v2/account", answer));

        using var refreshed = await App.RefreshAsync((string)answer["refresh_token"]!);
        Assert.Equal("account:read", (string?)(await OAuthDriver.ReadAsync(refreshed, HttpStatusCode.OK))["scope"]);
    }

    [Fact]
    public async Task Tokens_are_dead_on_arrival_and_can_be_refreshed()
    {
        Sandbox.Faults.Add(SandboxFault.Lifetime(TimeSpan.Zero).Once());
        var answer = await App.SignInAsync();
        Assert.Equal(0, (int?)answer["expires_in"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await ApiAsync("/v2/account", answer));

        using var refreshed = await App.RefreshAsync((string)answer["refresh_token"]!);
        Assert.Equal(HttpStatusCode.OK, await ApiAsync("/v2/account", await OAuthDriver.ReadAsync(refreshed, HttpStatusCode.OK)));
    }

    [Fact]
    public async Task A_refresh_without_a_new_refresh_token_leaves_the_old_one_working()
    {
        var token = (string)(await App.SignInAsync())["refresh_token"]!;
        Sandbox.Faults.Add("no-refresh-token@refresh*1");
        using var first = await App.RefreshAsync(token);
        Assert.DoesNotContain("refresh_token", Keys(await OAuthDriver.ReadAsync(first, HttpStatusCode.OK)));

        using var second = await App.RefreshAsync(token);
        Assert.Contains("refresh_token", Keys(await OAuthDriver.ReadAsync(second, HttpStatusCode.OK)));
        using var third = await App.RefreshAsync(token);
        Assert.Equal(HttpStatusCode.BadRequest, third.StatusCode);
    }

    [Theory]
    [InlineData("status@token=503", HttpStatusCode.ServiceUnavailable, "application/json")]
    [InlineData("oauth-error=invalid_grant", HttpStatusCode.BadRequest, "application/json")]
    [InlineData("oauth-error=invalid_client", HttpStatusCode.Unauthorized, "application/json")]
    [InlineData("html", HttpStatusCode.OK, "text/html")]
    [InlineData("broken-json", HttpStatusCode.OK, "application/json")]
    [InlineData("foreign-shape", HttpStatusCode.OK, "application/json")]
    [InlineData("redirect=/elsewhere", HttpStatusCode.TemporaryRedirect, null)]
    public async Task Something_stands_in_for_the_answer_and_nothing_is_spent(string fault, HttpStatusCode status, string? type)
    {
        var code = (await App.AuthorizeAsync())["code"];
        Sandbox.Faults.Add(fault + "*1");
        using var spoiled = await App.ExchangeAsync(code);
        Assert.Equal(status, spoiled.StatusCode);
        Assert.Equal(type, spoiled.Content.Headers.ContentType?.MediaType);

        using var fine = await App.ExchangeAsync(code);
        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
    }

    [Fact]
    public async Task The_connection_is_dropped()
    {
        var code = (await App.AuthorizeAsync())["code"];
        Sandbox.Faults.Add("drop*1");
        await Assert.ThrowsAsync<HttpRequestException>(() => App.ExchangeAsync(code));
        using var fine = await App.ExchangeAsync(code);
        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
    }

    [Fact]
    public async Task An_answer_is_lost_and_the_refresh_token_is_spent()
    {
        var token = (string)(await App.SignInAsync())["refresh_token"]!;
        Sandbox.Faults.Add("lose-answer@refresh*1");
        await Assert.ThrowsAsync<HttpRequestException>(() => App.RefreshAsync(token));
        using var again = await App.RefreshAsync(token);
        Assert.Equal("invalid_grant", (string?)(await OAuthDriver.ReadAsync(again, HttpStatusCode.BadRequest))["error"]);
    }

    [Fact]
    public async Task An_answer_is_too_large_or_never_ends()
    {
        Sandbox.Faults.Add("oversized@account=2000000*1");
        using var large = await App.ApiAsync(HttpMethod.Get, "/v2/account", null);
        Assert.Equal(2000000, (await large.Content.ReadAsByteArrayAsync()).Length);

        Sandbox.Faults.Add("endless@account*1");
        using var endless = await App.Http.GetAsync(new Uri("/v2/account", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await endless.Content.ReadAsStreamAsync();
        var read = 0;
        for (var buffer = new byte[4096]; read < 100_000;)
        {
            var count = await stream.ReadAsync(buffer);
            Assert.NotEqual(0, count);
            read += count;
        }
    }

    [Fact]
    public async Task An_answer_takes_its_time_and_holds_nobody_else_up()
    {
        var first = (await App.AuthorizeAsync())["code"];
        var second = (await App.AuthorizeAsync())["code"];
        Sandbox.Faults.Add(SandboxFault.Slow(TimeSpan.FromMinutes(10), SandboxEndpoint.Token).Once());
        using var abandoned = new CancellationTokenSource();
        var slow = Task.Run(async () =>
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "authorization_code"), new("code", first)]);
            return await App.Http.PostAsync(new Uri("/v1/oauth/token", UriKind.Relative), form, abandoned.Token);
        });
        while (Sandbox.Faults.Active.Count > 0)
        {
            await Task.Delay(5);
        }

        using var quick = await App.ExchangeAsync(second);
        Assert.Equal(HttpStatusCode.OK, quick.StatusCode);
        Assert.False(slow.IsCompleted);
        await abandoned.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Fact]
    public async Task The_account_differs()
    {
        var answer = await App.SignInAsync();
        Sandbox.Faults.Add(SandboxFaultKind.OtherAccount);
        Sandbox.Faults.Add(SandboxFaultKind.NarrowAccount);
        using var response = await App.ApiAsync(HttpMethod.Get, "/v2/account", (string)answer["access_token"]!);
        var account = (await OAuthDriver.ReadAsync(response, HttpStatusCode.OK))["account"]!.AsObject();

        Assert.NotEqual(SandboxUser.Sammy.Uuid, (string?)account["uuid"]);
        Assert.Equal(["email", "email_verified", "status", "status_message", "uuid"], Keys(account).Order());
    }

    [Theory]
    [InlineData("revoke", "/v1/oauth/revoke")]
    [InlineData("info", "/v1/oauth/token/info")]
    [InlineData("api", "/v2/droplets")]
    [InlineData("account", "/v2/account")]
    [InlineData("authorize", "/v1/oauth/authorize")]
    public async Task A_fault_strikes_where_it_is_told_to(string place, string path)
    {
        Sandbox.Faults.Add($"status@{place}=418");
        foreach (var other in new[] { "/v1/oauth/revoke", "/v1/oauth/token/info", "/v2/droplets", "/v2/account", "/v1/oauth/authorize" })
        {
            using var response = await App.Http.GetAsync(new Uri(other, UriKind.Relative));
            Assert.Equal(other == path, (int)response.StatusCode == 418);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_can_be_written_and_read(SandboxFaultKind kind)
    {
        string?[] values = [null, "server_error", "2s", "503", "1000"];
        var fault = values.Select(value => Record.Exception(() => new SandboxFault(kind, value)) is null ? new SandboxFault(kind, value) : null).First(fault => fault is not null)!.For(3);
        Assert.Equal(fault, SandboxFault.Parse(fault.ToString()));
        Assert.Contains(fault.ToString().Split('@', '=', '*')[0], SandboxFault.Names);
    }

    [Theory]
    [InlineData("", "NAME")]
    [InlineData("nonsense", "Available faults: refuse-consent")]
    [InlineData("slow", "duration")]
    [InlineData("slow=soon", "duration")]
    [InlineData("status=200", "400 to 599")]
    [InlineData("status@moon=503", "no place 'moon'")]
    [InlineData("no-scope@api", "only to token,refresh")]
    [InlineData("no-scope=x", "takes no value")]
    [InlineData("drop*0", "number of requests")]
    public void What_is_no_fault_says_why(string text, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => SandboxFault.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Faults_can_be_added_listed_and_cleared_over_HTTP()
    {
        var address = new Uri("/sandbox/faults", UriKind.Relative);
        using var added = await App.Http.PostAsJsonAsync(address, new[] { "status@account=503*1", "no-scope" });
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        Assert.Equal(["status@account=503*1", "no-scope"], (await App.Http.GetFromJsonAsync<string[]>(address))!);

        using var struck = await App.ApiAsync(HttpMethod.Get, "/v2/account", null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, struck.StatusCode);
        using var wrong = await App.Http.PostAsJsonAsync(address, new[] { "drop", "nonsense" });
        Assert.Contains("nonsense", (string?)(await OAuthDriver.ReadAsync(wrong, HttpStatusCode.BadRequest))["message"], StringComparison.Ordinal);
        using var noList = await App.Http.PostAsJsonAsync(address, "drop");
        Assert.Equal(HttpStatusCode.BadRequest, noList.StatusCode);
        using var form = await App.PostAsync("/sandbox/faults", []);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        Assert.Equal(["no-scope"], Sandbox.Faults.Active.Select(fault => fault.ToString()));

        using var cleared = await App.Http.DeleteAsync(address);
        Assert.Empty(Sandbox.Faults.Active);
    }

    private static IEnumerable<string> Keys(JsonObject json) => json.Select(pair => pair.Key);

    private async Task<HttpStatusCode> ApiAsync(string path, JsonObject answer)
    {
        using var response = await App.ApiAsync(HttpMethod.Get, path, (string)answer["access_token"]!);
        return response.StatusCode;
    }
}
