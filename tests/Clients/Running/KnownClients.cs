using System.Collections.Concurrent;
using DoOAuth.Clients.Tests.Drivers;

namespace DoOAuth.Clients.Tests.Running;

/// <summary>All clients, and what each of them got. A client runs once, when the first test asks for its results.</summary>
internal static class KnownClients
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<CallResult>>>> Runs = new(StringComparer.Ordinal);

    public static IReadOnlyList<ForeignClient> All { get; } =
    [
        new DebianClient("python3-digitalocean", "1.16.0", "/usr/bin/python3", "-B", "driver.py"),
        new DebianClient("golang-github-digitalocean-godo-dev", "1.37.0", "/usr/bin/go", "run", "."),
        new NpmClient("dots-wrapper", "3.12.12"),
        new NpmClient("@digitalocean/mcp", "1.0.70"),
        new DebianClient("python3-django-allauth", "0.51.0", "/usr/bin/python3", "-B", "driver.py"),
        new DebianClient("ruby-omniauth-oauth2", "1.8.0", "/usr/bin/ruby", "driver.rb"),
        new NpmClient("passport-oauth2", "1.8.0"),
        new NpmClient("openid-client", "6.9.0"),
        new NpmClient("simple-oauth2", "5.1.0"),
        new NuGetClient("OpenIddict.Client", "7.8.0", OpenIddictDriver.RunAsync),
    ];

    public static ForeignClient Named(string name) => All.Single(client => client.Name == name);

    public static Task<IReadOnlyList<CallResult>> ResultsOf(string name) =>
        Runs.GetOrAdd(name, _ => new Lazy<Task<IReadOnlyList<CallResult>>>(() => RunAsync(Named(name)))).Value;

    private static async Task<IReadOnlyList<CallResult>> RunAsync(ForeignClient client)
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        return await client.RunAsync(sandbox);
    }
}
