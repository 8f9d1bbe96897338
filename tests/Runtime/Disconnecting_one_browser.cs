using DoOAuth.Sandbox;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Tests;

/// <summary>Disconnecting takes back what one browser was given. The user's other browsers keep theirs, against a real OAuth server.</summary>
public sealed class Disconnecting_one_browser : IAsyncLifetime
{
    private DigitalOceanSandbox _sandbox = null!;

    // Shorter than the fake clock's jump, much longer than the test: the sandbox goes by the real clock.
    public async Task InitializeAsync()
    {
        _sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        _sandbox.Faults.Add(SandboxFault.Lifetime(TimeSpan.FromMinutes(10)));
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_other_browser_calls_the_api_and_refreshes_as_before(bool onServer)
    {
        await using var app = await StartAsync(onServer);
        using var leaving = await app.SignedInAsync();
        using var staying = await app.SignedInAsync();
        using var copy = leaving.Copy();
        var user = (string?)(await leaving.GetAsync("/me")).Json["uuid"];
        Assert.Equal(user, (string?)(await staying.GetAsync("/me")).Json["uuid"]);
        Assert.Equal("200", (await leaving.GetAsync("/status")).Body);

        Assert.Equal(204, (await leaving.PostAsync("/disconnect")).Status);

        Assert.Equal(401, (await leaving.GetAsync("/me")).Status);
        Assert.Equal(401, (await copy.GetAsync("/status")).Status);
        Assert.Equal("200", (await staying.GetAsync("/status")).Body);
        for (var round = 0; round < 3; round++)
        {
            var before = await TokenAsync(staying);
            app.Time.Advance(TimeSpan.FromMinutes(9.5));
            Assert.Equal("200", (await staying.GetAsync("/status")).Body);
            Assert.NotEqual(before, await TokenAsync(staying));
        }

        Assert.Equal(user, (string?)(await staying.GetAsync("/me")).Json["uuid"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_browser_was_given_is_dead_at_DigitalOcean(bool onServer)
    {
        await using var app = await StartAsync(onServer);
        using var leaving = await app.SignedInAsync();
        var access = await TokenAsync(leaving);
        Assert.Equal(200, await AccountAsync(access));

        Assert.Equal(204, (await leaving.PostAsync("/disconnect")).Status);

        Assert.Equal(401, await AccountAsync(access));
    }

    private static async Task<string> TokenAsync(Browser browser) => (await browser.GetAsync("/token")).Body;

    private async Task<int> AccountAsync(string accessToken)
    {
        using var http = new HttpClient { BaseAddress = _sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
        using var answer = await http.GetAsync(new Uri("/v2/account", UriKind.Relative));
        return (int)answer.StatusCode;
    }

    private Task<TestApp> StartAsync(bool onServer) => TestApp.StartAsync(
        _sandbox.Configuration,
        builder =>
        {
            var added = builder.AddDropletDeck();
            if (onServer)
            {
                added.StoreSessionsOnServer();
            }
        },
        app =>
        {
            app.MapDropletDeck();
            app.MapGet("/status", async (DigitalOceanClient client, CancellationToken cancel) =>
            {
                using var response = await client.GetAsync(new Uri("/v2/account", UriKind.Relative), cancel);
                return (int)response.StatusCode;
            }).RequireAccountRead();
            app.MapGet("/token", async (DigitalOceanClient client, CancellationToken cancel) =>
            {
                using var response = await client.GetAsync(new Uri("/v2/account", UriKind.Relative), cancel);
                return response.RequestMessage!.Headers.Authorization!.Parameter;
            }).RequireAccountRead();
        });
}
