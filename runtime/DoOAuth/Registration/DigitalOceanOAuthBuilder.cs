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
    /// Remembers refreshed tokens and ended sessions in your own store, for example in a SQL database. Machines that share a store also need
    /// <see cref="UseSessionLock{TLock}"/>. The store is a singleton. Its constructor can have a parameter <c>[FromKeyedServices] RememberedSessionFormat</c>.
    /// This method is the same as <c>Services.AddKeyedSingleton&lt;ISessionTokenStore, TStore&gt;(Application.Scheme)</c>. The last registered store is used.
    /// </summary>
    /// <typeparam name="TStore">The type of the store.</typeparam>
    /// <returns>This builder.</returns>
    public DigitalOceanOAuthBuilder UseSessionTokenStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, ISessionTokenStore
    {
        Services.AddKeyedSingleton<ISessionTokenStore, TStore>(Application.Scheme);
        return this;
    }

    /// <summary>
    /// Locks a session's refresh with your own lock, which all machines share. This method is the same as
    /// <c>Services.AddKeyedSingleton&lt;ISessionLock, TLock&gt;(Application.Scheme)</c>. The last registered lock is used.
    /// </summary>
    /// <typeparam name="TLock">The type of the lock.</typeparam>
    /// <returns>This builder.</returns>
    public DigitalOceanOAuthBuilder UseSessionLock<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLock>()
        where TLock : class, ISessionLock
    {
        Services.AddKeyedSingleton<ISessionLock, TLock>(Application.Scheme);
        return this;
    }

    /// <summary>
    /// Stores sessions on the server like <see cref="StoreSessionsOnServer()"/>, but in your own store, for example in a SQL database.
    /// </summary>
    /// <typeparam name="TSessions">The type of the store, which is a singleton.</typeparam>
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
