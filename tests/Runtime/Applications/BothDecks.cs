using DoOAuth.Tests.Harness;

namespace DoOAuth.Tests.Applications;

/// <summary>An app that signs users in with two registered applications.</summary>
internal static class BothDecks
{
    /// <summary>Starts it.</summary>
    public static Task<TestApp> StartAsync(IEnumerable<KeyValuePair<string, string?>> configuration, Action<WebApplication>? map = null) => TestApp.StartAsync(
        configuration,
        builder =>
        {
            builder.AddDropletDeck();
            builder.AddAdminDeck();
        },
        app =>
        {
            app.MapDropletDeck();
            app.MapAdminDeck();
            map?.Invoke(app);
        });
}
