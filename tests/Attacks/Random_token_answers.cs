using System.Text.Json;
using DoOAuth.Tests.Fuzzing;
using Xunit.Abstractions;

namespace DoOAuth.Tests;

/// <summary>Token answers that are valid but for a few oddities, and some that are nothing at all.</summary>
public sealed class Random_token_answers(ITestOutputHelper output) : IAsyncLifetime
{
    private InProcessProvider _provider = null!;
    private InProcessApp _app = null!;
    private BegunSignIn _begun = null!;
    private int _codes;

    public async Task InitializeAsync()
    {
        _provider = await InProcessProvider.StartAsync();
        _app = await InProcessApp.StartAsync(_provider.Handler);

        // State and cookie are kept by the browser alone, so one sign-in may be gone on with as often as there are codes.
        _begun = await _app.BeginAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public void None_fails_in_an_unstated_way_signs_in_whom_it_should_not_or_lets_anything_out()
    {
        var campaign = new Campaign(output, "token answers");
        campaign.Run(TokenMutations.Cases, TryAsync);

        Assert.True(campaign.Ended(CallbackRules.SignedIn) > 0, "Nobody was signed in by any answer, so the others prove nothing.");
        Assert.True(_app.Log.Read > Effort.Cases, "Hardly anything was logged, so a log without secrets proves nothing.");
    }

    private async Task<string> TryAsync(TokenCase one)
    {
        var code = $"code-{Interlocked.Increment(ref _codes)}-{Markers.Secret}";
        var reply = one.Reply();
        _provider.Lay(code, reply);
        var answer = await _app.GetAsync(
            "/callback", $"?code={code}&state={_begun.State}", _begun.Cookie, one.AsPage ? "text/html" : "application/json");
        _provider.Take(code);

        var end = CallbackRules.Check(answer, TokenOracle.MaySignIn(reply), _app.Log);
        if (one.Mutations.Count == 0)
        {
            Assert.Equal(CallbackRules.SignedIn, end);
        }

        if (answer.Session is { } session)
        {
            await CheckUserAsync(session);
        }

        return end;
    }

    // A signed-in user has an ID, and its JSON is harmless wherever it is put. The session may also be over by now.
    private async Task CheckUserAsync(string session)
    {
        var me = await _app.GetAsync("/me", cookies: session);
        Assert.DoesNotContain(Markers.Secret, me.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(me.Body, char.IsControl);
        Assert.DoesNotContain(me.Body, character => character is '<' or '>' or '&' or '\'' or > '~');
        Assert.True(me.Status is 200 or 401 or 503, me.ToString());
        using var user = JsonDocument.Parse(me.Body);
        Assert.True(me.Status != 200 || user.RootElement.GetProperty("uuid").GetString() is { Length: > 0 }, me.Body);
    }
}
