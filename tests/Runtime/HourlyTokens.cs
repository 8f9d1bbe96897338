namespace DoOAuth.Tests;

/// <summary>Tests of an app whose tokens live for an hour.</summary>
public abstract class HourlyTokens : ScriptedTests
{
    private protected static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private protected static readonly TimeSpan Due = Hour - TimeSpan.FromMinutes(4);

    private protected async Task<(TestApp App, Browser Browser)> SignInAsync(TimeSpan? lifetime = null, Action<DigitalOceanOptions>? options = null)
    {
        Provider.Lifetime(lifetime ?? Hour);
        var app = await StartAsync(
            app =>
            {
                app.MapGet("/call", Call).RequireDropletRead();
                app.MapPost("/call", Call).RequireDropletRead();
                app.MapGet("/open", () => "open");
                app.MapGet("/anybody-signed-in", Call).RequireAuthorization();
            },
            options);
        return (app, await app.SignedInAsync());

        static async Task<string> Call(DigitalOceanClient client, CancellationToken cancel) => await client.GetStringAsync(new Uri("/v2/echo", UriKind.Relative), cancel);
    }
}
