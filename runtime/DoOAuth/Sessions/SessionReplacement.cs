using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Replaces the browser's session with a new one. If both belong to the same user, they are tied together: ending the new session also ends the old
/// one. Connections and work outside of requests continue with the new session's tokens, if those are for the same team. A session of another user is
/// ended.
/// </summary>
internal sealed class SessionReplacement(
    DigitalOceanApplication application,
    SessionMemory memory,
    TokenRevocation revocation,
    ISessionTokenStore store,
    ISessionLock sessionLock,
    KeptAccessList kept,
    OpenConnections connections,
    ILogger<SessionReplacement> logger)
{
    // A refresh of the old session in progress is awaited, but a provider that does not respond must not delay a sign-in.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Starts the replacement, before the new session is written.</summary>
    /// <param name="previous">The session that the browser's cookie refers to, in any state.</param>
    /// <param name="next">The new session's user.</param>
    /// <param name="properties">The new session's properties.</param>
    /// <returns>The replacement, to complete after the new session is written.</returns>
    public async Task<Step> BeginAsync(PresentedSession? previous, ClaimsPrincipal next, AuthenticationProperties properties)
    {
        if (previous is null || UserTokens.Read(properties) is not { } begun)
        {
            return new Step(locked: null, static () => Task.CompletedTask);
        }

        if (previous.Tokens is not { } tokens || UserOf(previous.User) is not { Length: > 0 } user || user != UserOf(next))
        {
            return new Step(locked: null, () => LogAwayAsync(() => EndAllAsync([previous.SessionId, .. previous.Replaced.Select(session => session.SessionId)])));
        }

        var locked = await LockAsync(previous.SessionId);
        var (last, remembered) = await FindLastAsync(previous.SessionId);
        var isSame = last == previous.SessionId;
        var old = SessionGrant.Of(new UserTokens(previous.SessionId, isSame ? tokens.Or(remembered?.Tokens) : tokens));
        SessionGrant[] inBetween = !isSame && remembered?.Tokens is { } later ? [SessionGrant.Of(new UserTokens(last, later))] : [];
        var tooMany = ReplacedSessions.Write(properties, await LivingFirstAsync([.. inBetween, old, .. previous.Replaced]));
        var isKept = remembered is { IsKept: true };
        return new Step(locked, () => LogAwayAsync(async () =>
        {
            await LetGoAsync(tooMany);
            if (TeamOf(previous.User) == TeamOf(next))
            {
                await TieAsync(user, last, begun, isKept);
            }
            else if (!isKept)
            {
                await memory.EndAsync(last);
            }
        }));
    }

    // Sessions whose access continues independently must be in the ticket, because nothing else ends them. The others only have tokens to revoke.
    private async Task<IReadOnlyList<SessionGrant>> LivingFirstAsync(IReadOnlyList<SessionGrant> latestFirst)
    {
        List<SessionGrant> living = [], others = [];
        foreach (var session in latestFirst)
        {
            (session == latestFirst[0] || await FindAsync(session.SessionId) is not { Tokens: not null } ? others : living).Add(session);
        }

        return [.. others.Take(1), .. living, .. others.Skip(1)];
    }

    // The session that replaced it in the end, if a sign-in has already done so, in another tab or with a response that was lost.
    private async Task<(string SessionId, RememberedSession? Remembered)> FindLastAsync(string sessionId)
    {
        var remembered = await FindAsync(sessionId);
        while (remembered?.ReplacedBy is { } next)
        {
            sessionId = next;
            remembered = await FindAsync(next);
        }

        return (sessionId, remembered);
    }

    private async Task<IAsyncDisposable?> LockAsync(string sessionId)
    {
        using var wait = new CancellationTokenSource(LongestWait);
        try
        {
            return await sessionLock.AcquireAsync(sessionId, wait.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SessionStoreException)
        {
            return null;
        }
    }

    private async Task<RememberedSession?> FindAsync(string sessionId)
    {
        try
        {
            return await store.FindAsync(sessionId, CancellationToken.None);
        }
        catch (SessionStoreException)
        {
            // Reported when the replacement completes, which also finds that the store is unreachable.
            return null;
        }
    }

    // The new session's ticket is full. Sessions that continue independently are ended, and all tokens are revoked, without waiting for that.
    private async Task LetGoAsync(IReadOnlyList<SessionGrant> tooMany)
    {
        List<SessionGrant> grants = [];
        foreach (var session in tooMany)
        {
            if (await store.FindAsync(session.SessionId, CancellationToken.None) is { Tokens: { } newest })
            {
                await memory.EndAsync(session.SessionId);
                grants.Add(SessionGrant.Of(new UserTokens(session.SessionId, newest)));
            }
            else
            {
                grants.Add(session);
            }
        }

        if (grants.Count > 0)
        {
            _ = revocation.TryRevokeAllAsync(grants);
        }
    }

    private async Task TieAsync(string user, string oldId, UserTokens begun, bool isKept)
    {
        var keepFor = isKept ? SessionLifetimes.KeptAccess : memory.RememberFor;
        connections.Replace(oldId, begun.SessionId);
        await store.WriteAsync(begun.SessionId, RememberedSession.Of(begun.Tokens, isKept), keepFor, CancellationToken.None);
        await store.WriteAsync(oldId, RememberedSession.Replaced(begun.SessionId), keepFor, CancellationToken.None);
        if (isKept)
        {
            await kept.MoveAsync(user, oldId, begun.SessionId);
        }
    }

    private async Task EndAllAsync(IEnumerable<string> sessionIds)
    {
        foreach (var sessionId in sessionIds)
        {
            await memory.EndAsync(sessionId);
        }
    }

    // The new session still replaces it in this browser, and its ticket contains what is needed to end the old one later.
    private async Task LogAwayAsync(Func<Task> writeAsync)
    {
        try
        {
            await writeAsync();
        }
        catch (SessionStoreException exception)
        {
            Log.StoreUnreachable(logger, application.Scheme, exception);
        }
    }

    // Tokens are for one team, and work for one team must not continue in another. Kept access then continues with its own tokens until the new
    // session ends it.
    private static string? TeamOf(ClaimsPrincipal? principal) => principal?.FindFirst(DigitalOceanClaimTypes.TeamUuid)?.Value;

    private static string? UserOf(ClaimsPrincipal? principal) => principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value;

    /// <summary>A replacement in progress. Disposing it releases the old session.</summary>
    internal sealed class Step(IAsyncDisposable? locked, Func<Task> completeAsync) : IAsyncDisposable
    {
        public Task CompleteAsync() => completeAsync();

        public ValueTask DisposeAsync() => locked?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
