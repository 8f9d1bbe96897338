using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace DoOAuth.Sandbox;

/// <summary>Makes an app use a sandbox instead of DigitalOcean, in a test.</summary>
public static class SandboxWebHost
{
    /// <summary>
    /// Makes the app use the sandbox. It can be a <c>WebApplicationFactory</c>'s, one on a <c>TestServer</c>, or one on a real port. In memory, the app's
    /// server passes on requests to the sandbox's address, so that a client that follows redirects can sign in.
    /// </summary>
    /// <param name="host">The app's host builder.</param>
    /// <param name="sandbox">The sandbox, which the caller starts and disposes.</param>
    /// <param name="sections">
    /// The configuration sections of the annotated classes, as in <c>ConfigurationSection = "BackOffice"</c>. Without a section, it is
    /// <c>DigitalOcean</c>.
    /// </param>
    /// <returns>The host builder.</returns>
    public static IWebHostBuilder UseSandbox(this IWebHostBuilder host, DigitalOceanSandbox sandbox, params string[] sections)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(sandbox);
        ArgumentNullException.ThrowIfNull(sections);
        var settings = sections.DefaultIfEmpty("DigitalOcean").SelectMany(sandbox.ConfigurationFor).ToList();
        foreach (var (key, value) in settings)
        {
            host.UseSetting(key, value);
        }

        // A test's factory passes the settings above as arguments, which an app can ignore: WebApplication.CreateBuilder().
        host.ConfigureAppConfiguration(configuration =>
            configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))));
        return host.ConfigureServices(services =>
        {
            services.AddSingleton(sandbox);

            // First, so that nothing of the app answers or changes a request that is not for the app.
            services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new SandboxRelay(sandbox.Address)));
        });
    }
}
