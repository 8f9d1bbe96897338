using System.Globalization;
using DoOAuth.Benchmarks.Applications;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Silence;

/// <summary>Lets users load pages while the provider does not answer, in one app, and tells what it took as several variants.</summary>
/// <param name="name">What the app's runtime is called.</param>
/// <param name="app">The app.</param>
/// <param name="users">How many users there are.</param>
internal sealed class SilentVisits(string name, PublishedApp app, int users)
{
    /// <summary>How many pages each user loads.</summary>
    public const int Pages = 5;

    /// <summary>How long all of it may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Longer than all may take: due from the first page to the last, and alive.
    private const int SecondsLeft = 285;

    private const int SignInsAtOnce = 16;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private PageLoads? _loads;
    private int _asked;

    /// <summary>The names of the variants.</summary>
    public string Median => $"{name}, median";

    public string Slowest => $"{name}, slowest";

    public string Percentile99 => $"{name}, 99th percentile";

    /// <summary>What it took. Whichever is asked for first does it.</summary>
    public IReadOnlyList<Variant> Variants => [Within(Median, 0.5), Within(Percentile99, 0.99), Within(Slowest, 1)];

    private Variant Within(string variant, double share) => new(variant, async () =>
    {
        if (_asked++ % 3 == 0)
        {
            _loads = await RunAsync();
            await Console.Out.WriteLineAsync($"  {name}: {_loads}");
        }

        return new Measure(_loads!.Within(share), CutOffShare: _loads.CutOffShare);
    });

    private async Task<PageLoads> RunAsync()
    {
        await using var provider = await SilentProvider.StartAsync();
        using var process = AppProcess.Start(app, provider.Configuration);
        process.WaitForAnswer("/open");
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var browser = new HttpClient(handler) { BaseAddress = process.Address, Timeout = Timeout.InfiniteTimeSpan };

        var visitors = new Visitor[users];
        await Parallel.ForAsync(0, users, new ParallelOptions { MaxDegreeOfParallelism = SignInsAtOnce }, async (user, _) => visitors[user] = await Visitor.SignInAsync(browser));

        // As browsers are that have been at it for a while: connected, to an app that is warm.
        await Task.WhenAll(visitors.Select(visitor => visitor.LoadAsync(CancellationToken.None)));
        await AdvanceAsync(browser, SilentProvider.LifetimeInSeconds - SecondsLeft);

        using var patience = new CancellationTokenSource(Patience);
        var loads = await Task.WhenAll(visitors.Select((visitor, place) => LoadAsync(visitor, PauseOf(place), patience.Token)));
        return provider.Refreshes >= users
            ? new PageLoads(loads.SelectMany(load => load))
            : throw new InvalidOperationException($"{provider.Refreshes} refreshes were asked for by {users} users.");
    }

    // Every user another, so that they begin their second page one after the other.
    private TimeSpan PauseOf(int place) => ShortestPause + ((LongestPause - ShortestPause) * place / users);

    private static async Task<List<PageLoad>> LoadAsync(Visitor visitor, TimeSpan pause, CancellationToken patience)
    {
        List<PageLoad> loads = [await visitor.LoadAsync(patience)];
        while (loads.Count < Pages && !patience.IsCancellationRequested)
        {
            await Task.Delay(pause, patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!patience.IsCancellationRequested)
            {
                loads.Add(await visitor.LoadAsync(patience));
            }
        }

        return loads;
    }

    private static async Task AdvanceAsync(HttpClient browser, int seconds)
    {
        using var answer = await browser.PostAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/clock?seconds={seconds}"), UriKind.Relative), content: null);
        answer.EnsureSuccessStatusCode();
    }
}
