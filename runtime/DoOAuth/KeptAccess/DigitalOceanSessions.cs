using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// The sessions of an application: access for work that outlives a request, and signing a user out everywhere. Inject it directly. With several
/// annotated classes, use the scheme, as in <c>[FromKeyedServices(DropletDeck.Scheme)] DigitalOceanSessions</c>.
/// </summary>
public sealed class DigitalOceanSessions
{
    private readonly DigitalOceanApplication _application;
    private readonly SessionRefresh _refresh;
    private readonly SessionMemory _memory;
    private readonly ClientFactory _clients;
    private readonly IDataProtector _protector;
    private readonly IStoredSessions? _stored;
    private readonly KeptAccessList _kept;
    private readonly IHttpContextAccessor _http;

    internal DigitalOceanSessions(
        DigitalOceanApplication application,
        SessionRefresh refresh,
        SessionMemory memory,
        ClientFactory clients,
        ApplicationKeys keys,
        KeptAccessList kept,
        IHttpContextAccessor http,
        IStoredSessions? stored)
    {
        _application = application;
        _refresh = refresh;
        _memory = memory;
        _clients = clients;
        _protector = keys.For("DoOAuth.KeptAccess");
        _stored = stored;
        _kept = kept;
        _http = http;
    }

    /// <summary>The address of DigitalOcean's API for this application.</summary>
    public Uri ApiBaseAddress => _clients.Address;

    /// <summary>
    /// Creates a handler that does what <see cref="DigitalOceanClient"/> does, for code with a handler of its own, such as a proxy: requests to the API
    /// get the token of the user whose request is being handled. The token is refreshed if necessary. If the API rejects it, the request is repeated
    /// once with the new token, if its content is not a stream.
    /// </summary>
    /// <param name="innerHandler">The handler that sends the requests. The created handler disposes it.</param>
    /// <returns>
    /// A handler for requests of all users. It throws <see cref="DigitalOceanAccessException"/> if the user has no access, and
    /// <see cref="InvalidOperationException"/> outside of requests.
    /// </returns>
    public DelegatingHandler CreateHandler(HttpMessageHandler innerHandler)
    {
        ArgumentNullException.ThrowIfNull(innerHandler);
        return _clients.CreateHandler(innerHandler, _http);
    }

    /// <summary>
    /// Keeps the access of the user who makes the request, for work that continues after it. The session does not change. When it ends, by sign-out
    /// or at DigitalOcean, the access ends too. Access that is not used for 180 days is forgotten.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>
    /// A key to pass to <see cref="OpenAccessAsync"/>, now or much later. It is encrypted text that you can store. It cannot be used outside of this
    /// app.
    /// </returns>
    /// <exception cref="DigitalOceanAccessException">The user is not signed in, or the session is unavailable at the moment.</exception>
    public async Task<string> KeepAccessAsync(HttpContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var session = await context.AuthenticateAsync(_application.SessionScheme);
        if (SessionStatus.Of(context, _application) is { UnavailableBecause: { } because } status)
        {
            throw DigitalOceanAccessException.Unavailable(because, request: RefusedRequest.Of(context, _application), retryAfter: status.RetryAfter);
        }

        if (UserTokens.Read(session.Properties) is not { } user)
        {
            throw DigitalOceanAccessException.SignedOut(RefusedRequest.Of(context, _application));
        }

        try
        {
            var newest = await _memory.KeepAsync(user, cancellationToken)
                ?? throw DigitalOceanAccessException.SignedOut(RefusedRequest.Of(context, _application));
            var userUuid = session.Principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";
            await _kept.AddAsync(userUuid, newest.SessionId, cancellationToken);
            return new KeptAccessKey(userUuid, newest).Protect(_protector);
        }
        catch (SessionStoreException exception)
        {
            throw DigitalOceanAccessException.Unavailable(FailureReasons.StoreUnreachable, exception, RefusedRequest.Of(context, _application));
        }
    }

    /// <summary>Opens access that was kept, and refreshes the tokens if they are about to expire.</summary>
    /// <param name="key">The key that <see cref="KeepAccessAsync"/> returned.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The access. Dispose it after use.</returns>
    /// <exception cref="DigitalOceanAccessException">The session has ended, or the access cannot be refreshed at the moment.</exception>
    /// <exception cref="ArgumentException">The key does not belong to this application, or its data protection keys are gone.</exception>
    public async Task<DigitalOceanAccess> OpenAccessAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var kept = KeptAccessKey.TryUnprotect(key, _protector) ?? throw new ArgumentException(
            $"The key does not belong to {_application.Scheme}, or was created with data protection keys that this app does not have. "
            + "Keep the access again during the user's next request.",
            nameof(key));
        var access = new SessionUserAccess(_refresh, kept.Tokens, SessionUse.Kept);
        var newest = await access.GetAsync(cancellationToken);
        try
        {
            await _memory.RenewKeptAsync(kept.Tokens.SessionId, newest, cancellationToken);
            await _kept.AddAsync(kept.UserUuid, newest.SessionId, cancellationToken);
        }
        catch (SessionStoreException)
        {
            // The access is still remembered and listed from before, and is renewed the next time it is opened.
        }

        return new DigitalOceanAccess(kept.UserUuid, _clients.Create(access));
    }

    /// <summary>
    /// Opens the access of a user whose connection continues after its first request: the <c>Context.User</c> of a SignalR hub, the user of a Blazor
    /// circuit, or the <see cref="HttpContext.User"/> of a stream. It uses the session's newest tokens until the session ends, in this process. For
    /// work that outlives the process, keep a key with <see cref="KeepAccessAsync"/>.
    /// </summary>
    /// <param name="user">The user whom the connection's first request authenticated.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The access. Dispose it after use.</returns>
    /// <exception cref="DigitalOceanAccessException">
    /// The user is not signed in to this application, the session has ended, or the access cannot be refreshed at the moment.
    /// </exception>
    public async Task<DigitalOceanAccess> OpenAccessForAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = DigitalOceanIdentity.LetIn(user, _application) ?? throw DigitalOceanAccessException.SignedOut();
        var access = new SessionUserAccess(_refresh, identity.Session!, SessionUse.Connection);
        await access.GetAsync(cancellationToken);
        return new DigitalOceanAccess(identity.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "", _clients.Create(access));
    }

    /// <summary>
    /// Ends all current sessions of a user, in every browser, and the access that was kept from them. Their tokens remain valid at DigitalOcean until
    /// they expire.
    /// </summary>
    /// <param name="userUuid">The user's identifier at DigitalOcean, <see cref="DigitalOceanUser.Uuid"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation, in which case some of the sessions have ended.</param>
    /// <returns>The number of ended sessions.</returns>
    /// <exception cref="InvalidOperationException">Sessions are stored in cookies, so the sessions of a user are not known.</exception>
    /// <exception cref="DigitalOceanAccessException">The session store cannot be reached. Some sessions may have ended.</exception>
    public async Task<int> SignOutEverywhereAsync(string userUuid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userUuid);
        if (_stored is null)
        {
            throw new InvalidOperationException(
                $"Sessions of {_application.Scheme} are stored in cookies, so the sessions of a user are not known. "
                + $"Store them on the server: builder.Add{_application.Scheme}().StoreSessionsOnServer().");
        }

        try
        {
            var listed = await _stored.FindAllOfAsync(userUuid, cancellationToken);
            foreach (var id in listed)
            {
                // Ended before removal, so that a concurrent request cannot bring back either.
                cancellationToken.ThrowIfCancellationRequested();
                await _memory.EndAsync(KeptAccessList.SessionIdOf(id));
                await _stored.RemoveAsync(id, cancellationToken);
            }

            return listed.Select(KeptAccessList.SessionIdOf).Distinct(StringComparer.Ordinal).Count();
        }
        catch (SessionStoreException exception)
        {
            throw DigitalOceanAccessException.Unavailable(FailureReasons.StoreUnreachable, exception);
        }
    }
}
