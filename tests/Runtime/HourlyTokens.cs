namespace DoOAuth.Tests;

/// <summary>Tests of an app whose tokens live for an hour.</summary>
public abstract class HourlyTokens : ScriptedTests
{
    private protected static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private protected static readonly TimeSpan Due = Hour - TimeSpan.FromMinutes(4);
    private protected static readonly Uri Echo = new("/v2/echo", UriKind.Relative);

    private protected async Task<(TestApp App, Browser Browser)> SignInAsync(TimeSpan? lifetime = null, Action<DigitalOceanOptions>? options = null)
    {
        Provider.Lifetime(lifetime ?? Hour);
        var app = await StartHourlyAsync(options: options);
        return (app, await app.SignedInAsync());
    }

    private protected Task<TestApp> StartHourlyAsync(
        Action<WebApplication>? map = null,
        Action<DigitalOceanOptions>? options = null,
        Action<DigitalOceanOAuthBuilder>? add = null)
    {
        return StartAsync(
            app =>
            {
                app.MapGet("/call", Call).RequireDropletRead();
                app.MapPost("/call", Call).RequireDropletRead();
                app.MapGet("/status", Status).RequireDropletRead();
                app.MapGet("/open", () => "open");
                app.MapGet("/anybody-signed-in", Call).RequireAuthorization();
                map?.Invoke(app);
            },
            options,
            add: add);

        static async Task<string> Call(DigitalOceanClient client, CancellationToken cancel) => await client.GetStringAsync(Echo, cancel);

        static async Task<int> Status(DigitalOceanClient client, CancellationToken cancel)
        {
            using var response = await client.GetAsync(Echo, cancel);
            return (int)response.StatusCode;
        }
    }
}
