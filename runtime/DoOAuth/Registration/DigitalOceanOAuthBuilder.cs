using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DoOAuth;

/// <summary>What a generated <c>Add…</c> gives back, for what else belongs to the application.</summary>
public sealed class DigitalOceanOAuthBuilder
{
    internal DigitalOceanOAuthBuilder(IHostApplicationBuilder builder, DigitalOceanApplication application)
    {
        Builder = builder;
        Application = application;
    }

    /// <summary>The app's builder.</summary>
    public IHostApplicationBuilder Builder { get; }

    /// <summary>The app's services.</summary>
    public IServiceCollection Services => Builder.Services;

    /// <summary>The application that was added.</summary>
    public DigitalOceanApplication Application { get; }

    /// <summary>
    /// Keeps sessions, tokens among them, on the server: the cookie holds a reference only, and all sessions of a user can be ended
    /// with <see cref="DigitalOceanSessions.SignOutEverywhereAsync"/>. In memory, so that they end with the app, unless a package such as
    /// <c>DoOAuth.Redis</c> stores them elsewhere.
    /// </summary>
    /// <returns>This builder.</returns>
    public DigitalOceanOAuthBuilder StoreSessionsOnServer()
    {
        var application = Application;
        Services.TryAddKeyedSingleton<IStoredSessions>(application.Scheme, static (provider, _) =>
            ActivatorUtilities.CreateInstance<MemoryStoredSessions>(provider));
        Services.TryAddKeyedSingleton(application.Scheme, (provider, _) => ActivatorUtilities.CreateInstance<SessionTicketStore>(
            provider,
            application,
            provider.GetRequiredKeyedService<IStoredSessions>(application.Scheme),
            provider.GetRequiredKeyedService<ApplicationKeys>(application.Scheme)));
        return this;
    }
}
