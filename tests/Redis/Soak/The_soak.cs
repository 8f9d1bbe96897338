using System.Collections.Concurrent;
using System.Diagnostics;
using DoOAuth.Sandbox;
using Xunit.Abstractions;

namespace DoOAuth.Redis.Tests.Soak;

/// <summary>
/// Users on three instances behind one address, with tokens that live seconds, while instances are killed, Redis is killed and falls silent,
/// and the provider fails one answer in ten.
/// </summary>
public sealed class The_soak(ITestOutputHelper output)
{
    [Fact]
    public async Task No_session_is_lost_that_DigitalOcean_did_not_end_and_each_expiry_makes_one_refresh()
    {
        var plan = SoakPlan.Current;
        await using var redis = await RedisServer.StartAsync();
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options =>
        {
            options.AutoApprove = true;
            options.AccessTokenLifetime = SoakPlan.Lifetime;
        });
        await using var gate = await ProviderGate.StartAsync(sandbox, SoakPlan.Instances);
        await using var instances = new Instances(redis, gate, SoakPlan.Instances);
        await instances.StartAllAsync();
        await using var balancer = await LoadBalancer.StartAsync(() => instances.Running);
        var answers = new ConcurrentDictionary<string, int>();
        var users = Enumerable.Range(0, plan.Users).Select(_ => new SoakUser(balancer.Address, answers)).ToList();
        var mishaps = await RunAsync(plan, users, instances, redis);

        gate.IsFailing = false;
        sandbox.Faults.Clear();
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60)))
        {
            await Task.WhenAll(users.Select(user => user.RecoverAsync(patience.Token)));
        }

        var figures = new SoakFigures(plan, gate, instances, answers, mishaps, [.. users.SelectMany(user => user.Endings)]);
        Tell(figures.ToString());
        users.ForEach(user => user.Dispose());
        figures.AssertHeld();
    }

    private static async Task<int> RunAsync(SoakPlan plan, List<SoakUser> users, Instances instances, RedisServer redis)
    {
        using var end = new CancellationTokenSource();
        var running = users.ConvertAll(user => user.RunAsync(end.Token));
        var began = Stopwatch.StartNew();
        var mishaps = 0;
        await Task.Delay(plan.Between);
        while (began.Elapsed < plan.Duration)
        {
            await SoakPlan.MishapAsync(mishaps++, instances, redis);
            await Task.Delay(plan.Between);
        }

        await end.CancelAsync();
        await Task.WhenAll(running);
        return mishaps;
    }

    // Lines that begin so are shown by dotnet eng/test.cs.
    private void Tell(string figures)
    {
        foreach (var line in figures.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            output.WriteLine($"Figures: {line}");
        }
    }
}
