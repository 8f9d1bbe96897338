using DoOAuth.Sandbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace DoOAuth.Testing;

/// <summary>Determines what answers instead of DigitalOcean in a test.</summary>
public static class TestWebHost
{
    /// <summary>Makes the app use the sandbox: <see cref="SandboxWebHost.UseSandbox"/> for a factory.</summary>
    /// <param name="factory">The app's factory.</param>
    /// <param name="sandbox">The sandbox, which the caller starts and disposes.</param>
    /// <param name="sections">The configuration sections of the annotated classes. Without a section, it is <c>DigitalOcean</c>.</param>
    /// <typeparam name="TEntryPoint">A type in the app's assembly, usually <c>Program</c>.</typeparam>
    /// <returns>A factory for an app that uses the sandbox.</returns>
    public static WebApplicationFactory<TEntryPoint> WithSandbox<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory, DigitalOceanSandbox sandbox, params string[] sections)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.WithWebHostBuilder(host => host.UseSandbox(sandbox, sections));
    }

    /// <summary>Makes the test's own handler answer instead of DigitalOcean: <see cref="UseDigitalOcean"/> for a factory.</summary>
    /// <param name="factory">The app's factory.</param>
    /// <param name="handler">The handler, which the caller disposes.</param>
    /// <typeparam name="TEntryPoint">A type in the app's assembly, usually <c>Program</c>.</typeparam>
    /// <returns>A factory for an app that calls the handler.</returns>
    public static WebApplicationFactory<TEntryPoint> WithDigitalOcean<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory, HttpMessageHandler handler)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.WithWebHostBuilder(host => host.UseDigitalOcean(handler));
    }

    /// <summary>
    /// Makes the test's own handler answer instead of DigitalOcean: the API, and the OAuth server for refresh and revocation. Requests have
    /// DigitalOcean's addresses, and users who are signed in by <see cref="SignedInClients"/> have a token that starts with <c>test-token-</c>.
    /// </summary>
    /// <param name="host">The app's host builder.</param>
    /// <param name="handler">The handler, which the caller disposes.</param>
    /// <returns>The host builder.</returns>
    public static IWebHostBuilder UseDigitalOcean(this IWebHostBuilder host, HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(handler);
        return host.ConfigureServices(services =>
        {
            services.AddSingleton(_ => new ScriptedDigitalOcean(handler));

            // After the app's own settings, wherever the app makes them.
            services.AddOptions();
            services.PostConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(static builder =>
            {
                if (builder.Name?.StartsWith(ClientFactory.Pools, StringComparison.Ordinal) == true)
                {
                    // Its own, because the framework disposes a pool's handler after two minutes.
                    builder.PrimaryHandler = builder.Services.GetRequiredService<ScriptedDigitalOcean>().ForPool();
                }
            }));
            services.AddSingleton<IPostConfigureOptions<DigitalOceanOptions>, ScriptedOptions>();
        });
    }
}
