namespace DoOAuth.Tests.Stores;

/// <summary>Two machines that share a SQL database instead of Redis.</summary>
public sealed class Sharing_through_SQL : ScriptedTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly Uri Droplets = new("/v2/droplets", UriKind.Relative);

    private readonly SqlMachines _machines = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _ = new StrictTokens(Provider, Hour);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _machines.DisposeAsync();
    }

    private Task<TestApp> StartMachineAsync(bool onServer) => StartAsync(
        app => app.MapGet("/call", (DigitalOceanClient client, CancellationToken cancel) => client.GetStringAsync(Droplets, cancel)).RequireDropletRead(),
        build: _machines.Build,
        add: builder => SqlMachines.Use(onServer ? builder.StoreSessionsOnServer<SqlStoredSessions>() : builder));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_refreshes_for_both_and_a_sign_out_holds_at_both(bool onServer)
    {
        var (one, other) = (await StartMachineAsync(onServer), await StartMachineAsync(onServer));
        using var browser = await one.SignedInAsync();
        using var late = browser.Copy();
        _machines.Time.Advance(Hour + TimeSpan.FromMinutes(1));
        var browsers = Enumerable.Range(0, 6).Select(_ => browser.Copy()).ToArray();
        var answers = await Task.WhenAll(browsers.Select((copy, number) => copy.GetAsync(At(number % 2 == 0 ? one : other, "/call"))));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers.Select(answer => (string?)answer.Json["bearer"]).Distinct());
        Assert.Single(Provider.Refreshes);
        Assert.Equal(200, (await late.GetAsync(At(other, "/me"))).Status);
        Assert.Equal(204, (await browsers[0].PostAsync(At(one, "/logout"))).Status);
        Assert.Equal(401, (await late.GetAsync(At(other, "/me"))).Status);
        Assert.Equal(401, (await late.GetAsync(At(one, "/call"))).Status);
        Assert.All(Provider.Secrets, secret => Assert.DoesNotContain(secret, _machines.Dump(), StringComparison.Ordinal));
    }

    private static string At(TestApp app, string path) => new Uri(app.Address, path).AbsoluteUri;
}
