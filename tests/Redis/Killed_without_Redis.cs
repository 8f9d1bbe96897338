using DoOAuth.Redis.Tests.Soak;
using DoOAuth.Sandbox;
using Xunit.Abstractions;

namespace DoOAuth.Redis.Tests;

/// <summary>
/// What is lost where one machine without Redis is killed in the middle of its work: the tokens that it had got for a session and that no cookie had taken
/// along yet. The figure is the one that docs/sessions.md names.
/// </summary>
public sealed class Killed_without_Redis(ITestOutputHelper output) : IDisposable
{
    private const int Users = 30;
    private const int Kills = 5;

    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("dooauth-keys-");

    public void Dispose() => _keys.Delete(recursive: true);

    [Fact]
    public async Task Only_sessions_whose_refresh_had_no_answer_yet_are_lost()
    {
        await using var sandbox = await StartSandboxAsync(SoakPlan.Lifetime);
        var instance = await StartAsync(sandbox);
        await using var balancer = await LoadBalancer.StartAsync(() => [instance.Address]);
        var users = Enumerable.Range(0, Users).Select(_ => new SoakUser(balancer.Address, new())).ToList();
        using var end = new CancellationTokenSource();
        var running = users.ConvertAll(user => user.RunAsync(end.Token));
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(4));
            await instance.KillAsync();
            await instance.DisposeAsync();
            instance = await StartAsync(sandbox);
        }

        await Task.Delay(TimeSpan.FromSeconds(4));
        await end.CancelAsync();
        await Task.WhenAll(running);
        var endings = users.SelectMany(user => user.Endings).ToList();
        users.ForEach(user => user.Dispose());
        await instance.DisposeAsync();

        output.WriteLine($"Figures: killed {Kills} times with {Users} sessions in use and tokens of {SoakPlan.Lifetime.TotalSeconds:0} s: {endings.Count} of {Kills * Users} were lost.");
        Assert.All(endings, reason => Assert.Equal(FailureReasons.InvalidGrant, reason));
        Assert.InRange(endings.Count, 0, Kills * Users / 4);
    }

    [Fact]
    public async Task Whoever_got_the_answer_to_a_refresh_stays_signed_in_and_whoever_did_not_signs_in_again()
    {
        await using var sandbox = await StartSandboxAsync(TimeSpan.FromSeconds(3));
        var instance = await StartAsync(sandbox);
        using var answered = new Browser(instance.Address);
        using var unanswered = new Browser(instance.Address);
        using var signedOut = new Browser(instance.Address);
        foreach (var browser in new[] { answered, unanswered, signedOut })
        {
            Assert.Equal(200, (await browser.FollowAsync("/login?returnUrl=%2Fme")).Status);
        }

        using var lost = unanswered.Copy();
        using var copyOfSignedOut = signedOut.Copy();
        Assert.Equal(204, (await signedOut.PostAsync("/logout")).Status);
        Assert.Equal(401, (await copyOfSignedOut.GetAsync("/me")).Status);
        await Task.Delay(TimeSpan.FromSeconds(3.2));
        Assert.Equal(200, (await answered.GetAsync("/call")).Status);
        Assert.Equal(200, (await lost.GetAsync("/call")).Status);
        await instance.KillAsync();
        await instance.DisposeAsync();
        await using var again = await StartAsync(sandbox);

        Assert.Equal(200, (await answered.GetAsync(At("/call"))).Status);
        var refused = await unanswered.GetAsync(At("/call"));
        Assert.Equal((401, FailureReasons.InvalidGrant), (refused.Status, refused.Reason));

        // What the page says: that a session was signed out is remembered in memory alone.
        Assert.Equal(200, (await copyOfSignedOut.GetAsync(At("/me"))).Status);

        string At(string path) => new Uri(again.Address, path).AbsoluteUri;
    }

    private static Task<DigitalOceanSandbox> StartSandboxAsync(TimeSpan lifetime) => DigitalOceanSandbox.StartAsync(options =>
    {
        options.AutoApprove = true;
        options.AccessTokenLifetime = lifetime;
    });

    private Task<InstanceProcess> StartAsync(DigitalOceanSandbox sandbox) =>
        InstanceProcess.StartAsync([new("Keys", _keys.FullName), .. sandbox.Configuration]);
}
