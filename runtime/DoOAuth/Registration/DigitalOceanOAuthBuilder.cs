using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>The result of a generated <c>Add…</c> method, to add more for the application.</summary>
public sealed class DigitalOceanOAuthBuilder
{
    internal DigitalOceanOAuthBuilder(IHostApplicationBuilder builder, DigitalOceanApplication application, IHttpClientBuilder http)
    {
        HttpClientBuilder = http;
        Builder = builder;
        Application = application;
    }

    /// <summary>The app's builder.</summary>
    public IHostApplicationBuilder Builder { get; }

    /// <summary>The app's services.</summary>
    public IServiceCollection Services => Builder.Services;

    /// <summary>
    /// Configures the client of DigitalOcean's API with <c>ConfigureHttpClient</c>, and the handlers that send its requests, for example with
    /// <c>AddHttpMessageHandler</c> or <c>AddStandardResilienceHandler</c>. What you add here sees the requests of all users, with their tokens, and each
    /// repetition. If an app adds a handler of <c>Microsoft.Extensions.Http.Resilience</c> or <c>Microsoft.Extensions.Http.Polly</c> to all of its clients, it does
    /// not repeat unsafe requests, such as POST. Other types of handlers, and those that you add here, repeat what they are configured for.
    /// Settings that <c>ConfigureHttpClientDefaults</c> makes on all clients, such as a base address, are not those of this client.
    /// </summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>The application that was added.</summary>
    public DigitalOceanApplication Application { get; }

    /// <summary>
    /// Sets the name of the button on sign-in pages that list the app's providers, such as those of ASP.NET Core Identity. The default is
    /// <c>DigitalOcean</c>.
    /// </summary>
    /// <param name="displayName">The name, or null for no button.</param>
    /// <returns>This builder.</returns>
    public DigitalOceanOAuthBuilder WithDisplayName(string? displayName)
    {
        var scheme = Application.Scheme;
        Services.Configure<AuthenticationOptions>(options => options.SchemeMap[scheme].DisplayName = displayName);
        return this;
    }

    /// <summary>
    /// Combines sign-in with DigitalOcean and the app's own accounts, such as those of ASP.NET Core Identity:
    /// <c>UseAccounts(IdentityConstants.ApplicationScheme)</c>. On guarded endpoints, <c>HttpContext.User</c> is also the account's user. The session
    /// ends when the account's user signs out or another one signs in, so that nobody gets the access of the browser's previous user.
    /// </summary>
    /// <param name="scheme">The name of the accounts' cookie scheme. If it is the name of another scheme, the app does not start.</param>
    /// <returns>This builder.</returns>
    public DigitalOceanOAuthBuilder UseAccounts(string scheme)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        var application = Application;
        Services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(new SignOutTogether(application, scheme));
        Services.AddSingleton<IValidateOptions<DigitalOceanOptions>>(provider =>
            new AccountsValidation(application, scheme, provider.GetRequiredService<IOptions<AuthenticationOptions>>()));
        Services.AddSingleton<IAuthorizationHandler>(provider =>
            new AccountOfGuardedRequest(application, provider.GetRequiredService<ApplicationDirectory>(), scheme));
        return this;
    }

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
