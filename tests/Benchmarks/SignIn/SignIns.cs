using System.Diagnostics;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.SignIn;

/// <summary>Signs in to one app, many at a time.</summary>
internal sealed class SignIns(string name, HostedApp app, StandInProvider provider, string callbackPath)
{
    private const string ExpectedPage =
        $$"""{"uuid":"{{StandInProvider.UserUuid}}","name":"{{StandInProvider.UserName}}","email":"{{StandInProvider.UserEmail}}","team":"{{StandInProvider.TeamName}}"}""";

    public string Name => name;

    /// <summary>Signs in once, and looks at the page.</summary>
    /// <exception cref="InvalidOperationException">It does not show the user.</exception>
    public async Task CheckAsync()
    {
        var connection = app.Connect();
        await SignInAsync(connection);
        if (connection.Answer.Text != ExpectedPage)
        {
            throw new InvalidOperationException($"{name} answers {connection.Answer.Text} instead of {ExpectedPage}.");
        }
    }

    /// <summary>The steps of a sign-in, each by itself. The provider of this test accepts a code over and over.</summary>
    public async Task<IReadOnlyList<(string Name, Func<Task> RunAsync)>> StepsAsync()
    {
        var connection = app.Connect();
        var (query, cookies) = await BrowserSession.LogInAsync(connection);
        var session = await BrowserSession.ComeBackAsync(connection, callbackPath, query, cookies);
        return
        [
            (name + ": login", () => BrowserSession.LogInAsync(connection)),
            (name + ": callback", () => BrowserSession.ComeBackAsync(connection, callbackPath, query, cookies)),
            (name + ": first page", () => connection.GetAsync("/home", cookie: session)),
        ];
    }

    /// <summary>Signs in so many times.</summary>
    public async Task<Measure> MeasureAsync(int signIns, int atOnce)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true) - provider.Allocated;
        var start = Stopwatch.GetTimestamp();
        await RunAsync(signIns, atOnce);
        var time = Stopwatch.GetElapsedTime(start);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - provider.Allocated - before;
        return new Measure(time / signIns, (double)allocated / signIns);
    }

    /// <summary>Signs in so many times.</summary>
    public Task RunAsync(int signIns, int atOnce)
    {
        var left = signIns;
        return Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var connection = app.Connect();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await SignInAsync(connection);
            }
        })));
    }

    private async Task SignInAsync(Connection connection)
    {
        var cookies = await BrowserSession.SignInAsync(connection, callbackPath);
        await connection.GetAsync("/home", cookie: cookies);
        if (connection.Answer.StatusCode != 200)
        {
            throw new InvalidOperationException($"{name}'s page has status {connection.Answer.StatusCode}: {connection.Answer.Text}");
        }
    }
}
