using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DoOAuth;

/// <summary>The result of a generated <c>Add…</c> method, to add more for the application.</summary>
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
    /// Remembers refreshed tokens and ended sessions in a store of your own, such as one for a SQL database. Machines that share one also need
    /// <see cref="UseSessionLock{TLock}"/>. A singleton; its constructor can take <c>[FromKeyedServices] RememberedSessionFormat</c>. The same as
    /// <c>Services.AddKeyedSingleton&lt;ISessionTokenStore, TStore&gt;(Application.Scheme)</c>; the last one registered counts.
    /// </summary>
    /// <typeparam name="TStore">The store.</typeparam>
    /// <returns>This builder.</returns>
    public DigitalOceanOAuthBuilder UseSessionTokenStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, ISessionTokenStore
    {
        Services.AddKeyedSingleton<ISessionTokenStore, TStore>(Application.Scheme);
        return this;
    }

    /// <summary>
    /// Locks a session's refresh with a lock of your own, which all machines share. The same as
    /// <c>Services.AddKeyedSingleton&lt;ISessionLock, TLock&gt;(Application.Scheme)</c>; the last one registered counts.
    /// </summary>
    /// <typeparam name="TLock">The lock.</typeparam>
    /// <returns>This builder.</returns>
    public DigitalOceanOAuthBuilder UseSessionLock<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLock>()
        where TLock : class, ISessionLock
    {
        Services.AddKeyedSingleton<ISessionLock, TLock>(Application.Scheme);
        return this;
    }

    /// <summary>
    /// Keeps sessions on the server, as <see cref="StoreSessionsOnServer()"/> does, in a place of your own, such as a SQL database.
    /// </summary>
    /// <typeparam name="TSessions">The place. A singleton.</typeparam>
    /// <returns>This builder.</returns>
    public DigitalOceanOAuthBuilder StoreSessionsOnServer<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSessions>()
        where TSessions : class, IStoredSessions
    {
        Services.AddKeyedSingleton<IStoredSessions, TSessions>(Application.Scheme);
        return StoreSessionsOnServer();
    }

    /// <summary>
    /// Stores sessions, including their tokens, on the server. The cookie contains only a reference, and
    /// <see cref="DigitalOceanSessions.SignOutEverywhereAsync"/> can end all sessions of a user. Sessions are stored in memory and end with the app,
    /// unless a package such as <c>DoOAuth.Redis</c> stores them elsewhere.
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
