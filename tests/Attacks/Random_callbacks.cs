using DoOAuth.Tests.Fuzzing;
using Xunit.Abstractions;

namespace DoOAuth.Tests;

/// <summary>Callbacks that are nearly right: a valid state with an odd code, a valid code with an odd state, and everything around them.</summary>
public sealed class Random_callbacks(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Code = "code-1-" + Markers.Secret;

    private InProcessProvider _provider = null!;
    private InProcessApp _app = null!;
    private CallbackQueries _queries = null!;

    public async Task InitializeAsync()
    {
        _provider = await InProcessProvider.StartAsync();
        _app = await InProcessApp.StartAsync(_provider.Handler);
        _provider.Lay(Code, new TokenDraft().Reply());
        var expired = await _app.BeginAsync();
        _app.Time.Advance(TimeSpan.FromMinutes(16));
        _queries = new CallbackQueries(
            await _app.BeginAsync(), Code, await _app.BeginAsync(), await _app.BeginAsync("/admin/login"), expired);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public void None_fails_in_an_unstated_way_signs_in_without_state_code_and_cookie_or_lets_anything_out()
    {
        var campaign = new Campaign(output, "callback queries");
        campaign.Run(_queries.Cases, TryAsync);

        Assert.True(campaign.Ended(CallbackRules.SignedIn) > 0, "Nobody was signed in by any callback, so the others prove nothing.");
        Assert.True(_app.Log.Read > Effort.Cases, "Hardly anything was logged, so a log without secrets proves nothing.");
    }

    private async Task<string> TryAsync(CallbackCase one)
    {
        var answer = await _app.GetAsync("/callback", one.Query, one.Cookies.Header, one.AsPage ? "text/html" : "application/json");
        return CallbackRules.Check(answer, one.MaySignIn, _app.Log);
    }
}
