using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// The sessions of one annotated class: access for work that outlives a request, and the end of all sessions of a user. Injected as it is;
/// with several classes by the class's scheme, as <c>[FromKeyedServices(DropletDeck.Scheme)] DigitalOceanSessions</c>.
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

    internal DigitalOceanSessions(
        DigitalOceanApplication application,
        SessionRefresh refresh,
        SessionMemory memory,
        ClientFactory clients,
        ApplicationKeys keys,
        KeptAccessList kept,
        IStoredSessions? stored)
    {
        _application = application;
        _refresh = refresh;
        _memory = memory;
        _clients = clients;
        _protector = keys.For("DoOAuth.KeptAccess");
        _stored = stored;
        _kept = kept;
    }

    /// <summary>
    /// Keeps the access of the user who makes the request, for work that goes on after it. The session goes on as before; when it ends,
    /// by sign-out or by DigitalOcean, the access is over too. One that nobody uses for 180 days is forgotten.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// A key with which <see cref="OpenAccessAsync"/> opens it, now or much later. It is encrypted text, may be stored, and opens nothing
    /// outside of this app.
    /// </returns>
    /// <exception cref="DigitalOceanAccessException">Nobody is signed in, or the session cannot be used for now.</exception>
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

    /// <summary>Opens an access that was kept, and refreshes it where that is due.</summary>
    /// <param name="key">What <see cref="KeepAccessAsync"/> gave.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The access, to be disposed.</returns>
    /// <exception cref="DigitalOceanAccessException">The session is over, or the access cannot be renewed for now.</exception>
    /// <exception cref="ArgumentException">The key is none of this application's, or its data protection keys are gone.</exception>
    public async Task<DigitalOceanAccess> OpenAccessAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var kept = KeptAccessKey.TryUnprotect(key, _protector) ?? throw new ArgumentException(
            $"This is no key of {_application.Scheme}'s, or was made with data protection keys that this app does not have. "
            + "Keep the access again at the user's next request.",
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
            // It is remembered and listed from before, and the next time it is opened.
        }

        return new DigitalOceanAccess(kept.UserUuid, _clients.Create(access));
    }

    /// <summary>
    /// Opens the access of a user whose connection goes on after its first request: of a SignalR hub's <c>Context.User</c>, of the user of a Blazor
    /// circuit, or of a stream's <see cref="HttpContext.User"/>. It goes on with the session's newest tokens for as long as the session lives, in this
    /// process; for work that outlives that, keep a key with <see cref="KeepAccessAsync"/>.
    /// </summary>
    /// <param name="user">The user, as the connection's first request was authenticated.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The access, to be disposed.</returns>
    /// <exception cref="DigitalOceanAccessException">
    /// Nobody is signed in with this application, the session is over, or the access cannot be renewed for now.
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
    /// Ends every session of a user that has begun until now, in whatever browser it is, and the access that was kept from them. Their tokens
    /// stay valid at DigitalOcean until they expire.
    /// </summary>
    /// <param name="userUuid">The user's identifier at DigitalOcean, <see cref="DigitalOceanUser.Uuid"/>.</param>
    /// <param name="cancellationToken">Gives up, with some of the sessions ended.</param>
    /// <returns>How many sessions were ended.</returns>
    /// <exception cref="InvalidOperationException">Sessions live in the cookies: nobody knows all of a user's.</exception>
    /// <exception cref="DigitalOceanAccessException">The session store cannot be reached; some sessions may have been ended.</exception>
    public async Task<int> SignOutEverywhereAsync(string userUuid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userUuid);
        if (_stored is null)
        {
            throw new InvalidOperationException(
                $"The sessions of {_application.Scheme} live in the browsers' cookies, so nobody knows all of a user's. "
                + $"Keep them on the server: builder.Add{_application.Scheme}().StoreSessionsOnServer().");
        }

        try
        {
            var listed = await _stored.FindAllOfAsync(userUuid, cancellationToken);
            foreach (var id in listed)
            {
                // Buried first: a request that is under way can then bring back neither.
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
