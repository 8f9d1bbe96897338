using System.Net;

namespace DoOAuth.Sandbox.Tests;

/// <summary>A user withdraws what was granted to the app, as in DigitalOcean's control panel.</summary>
public sealed class Withdrawing_access : SandboxFixture
{
    [Fact]
    public async Task Every_token_is_dead_at_once_and_the_next_sign_in_asks_again()
    {
        var first = await SignInAsync();
        var second = await SignInAsync();
        var code = (await App.AuthorizeAsync())["code"];

        await Sandbox.WithdrawAccessAsync();

        await IsDeadAsync(first);
        await IsDeadAsync(second);
        using var exchanged = await App.ExchangeAsync(code);
        Assert.Equal("invalid_grant", (string?)(await OAuthDriver.ReadAsync(exchanged, HttpStatusCode.BadRequest))["error"]);
        Assert.Equal("consent_required", (await App.AuthorizeAsync(changes: ("prompt", "none")))["error"]);
    }

    [Fact]
    public async Task Who_signs_in_again_gets_tokens_that_live()
    {
        await SignInAsync();
        await Sandbox.WithdrawAccessAsync();

        var (access, refresh) = await SignInAsync();
        using var account = await App.ApiAsync(HttpMethod.Get, "/v2/account", access);
        using var refreshed = await App.RefreshAsync(refresh);

        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
    }

    [Fact]
    public async Task Another_user_keeps_theirs()
    {
        var sammy = await SignInAsync();

        await Sandbox.WithdrawAccessAsync(SandboxUser.Coral);
        using var account = await App.ApiAsync(HttpMethod.Get, "/v2/account", sammy.Access);
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        Assert.Contains("code", (await App.AuthorizeAsync(changes: ("prompt", "none"))).Keys);

        await Sandbox.WithdrawAccessAsync(SandboxUser.Sammy);
        await IsDeadAsync(sammy);
    }

    [Fact]
    public async Task A_sandbox_in_another_process_is_told_by_a_request()
    {
        var tokens = await SignInAsync();

        // What a foreign page can send without asking first does nothing.
        using var posted = await App.PostAsync("/sandbox/access", []);
        using var account = await App.ApiAsync(HttpMethod.Get, "/v2/account", tokens.Access);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (posted.StatusCode, account.StatusCode));

        using var told = await App.Http.DeleteAsync(new Uri("/sandbox/access", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
        await IsDeadAsync(tokens);
    }

    private async Task<(string Access, string Refresh)> SignInAsync()
    {
        var answer = await App.SignInAsync();
        return ((string)answer["access_token"]!, (string)answer["refresh_token"]!);
    }

    private async Task IsDeadAsync((string Access, string Refresh) tokens)
    {
        using var account = await App.ApiAsync(HttpMethod.Get, "/v2/account", tokens.Access);
        using var refreshed = await App.RefreshAsync(tokens.Refresh);
        Assert.Equal(HttpStatusCode.Unauthorized, account.StatusCode);
        Assert.Equal("invalid_grant", (string?)(await OAuthDriver.ReadAsync(refreshed, HttpStatusCode.BadRequest))["error"]);
    }
}
