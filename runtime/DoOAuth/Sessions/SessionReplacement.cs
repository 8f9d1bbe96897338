using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Puts a new session in the place of the one that the browser had. One of the same user is tied to the new one: whatever ends the new one ends the old one
/// too. Connections and work outside of requests go on with the new one's tokens, where those are for the same team. One of another user is ended.
/// </summary>
internal sealed class SessionReplacement(
    DigitalOceanApplication application,
    SessionMemory memory,
    SessionRevocation revocation,
    ISessionTokenStore store,
    ISessionLock sessionLock,
    KeptAccessList kept,
    ILogger<SessionReplacement> logger)
{
    // A refresh of the old session that is under way is waited for; a provider that does not answer must not hold up a sign-in.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Begins it, before the new session is written.</summary>
    /// <param name="previous">What the browser had.</param>
    /// <param name="next">The new session's user.</param>
    /// <param name="properties">The new session's properties.</param>
    /// <returns>What completes it once the new session is written.</returns>
    public async Task<Step> BeginAsync(AuthenticateResult previous, ClaimsPrincipal next, AuthenticationProperties properties)
    {
        if (UserTokens.Read(previous.Properties) is not { } old || UserTokens.Read(properties) is not { } begun)
        {
            return new Step(locked: null, static () => Task.CompletedTask);
        }

        var carried = ReplacedSessions.Read(previous.Properties);
        if (UserOf(previous.Principal) is not { Length: > 0 } user || user != UserOf(next))
        {
            return new Step(locked: null, () => LogAwayAsync(() => EndAllAsync([old.SessionId, .. carried.Select(session => session.SessionId)])));
        }

        var locked = await LockAsync(old.SessionId);
        var remembered = await FindAsync(old.SessionId);
        old = old with { Tokens = old.Tokens.Or(remembered?.Tokens) };
        var tooMany = ReplacedSessions.Write(properties, [SessionGrant.Of(old), .. carried]);
        var isKept = remembered is { IsKept: true };
        return new Step(locked, () => LogAwayAsync(async () =>
        {
            RevokeOnTheSide(tooMany);
            if (TeamOf(previous.Principal) == TeamOf(next))
            {
                await TieAsync(user, old.SessionId, begun, isKept);
            }
            else if (!isKept)
            {
                await memory.EndAsync(old.SessionId);
            }
        }));
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
            // Said by what completes the replacement, which finds the store away as well.
            return null;
        }
    }

    // The new session can carry no more of them, so their tokens are revoked now; nobody waits for that.
    private void RevokeOnTheSide(IReadOnlyList<SessionGrant> tooMany)
    {
        if (tooMany.Count > 0)
        {
            _ = revocation.TryRevokeAllAsync(tooMany);
        }
    }

    private async Task TieAsync(string user, string oldId, UserTokens begun, bool isKept)
    {
        var keepFor = isKept ? SessionMemory.KeepAccessFor : memory.RememberFor;
        await store.RememberAsync(begun.SessionId, begun.Tokens, isKept, keepFor, CancellationToken.None);
        await store.ReplaceAsync(oldId, begun.SessionId, keepFor, CancellationToken.None);
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

    // The new session takes its place in this browser all the same, and carries along what it takes to end the old one later.
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

    // Tokens are for one team: work for one must not go on in another. Kept access goes on with its own tokens then, until the new session ends it.
    private static string? TeamOf(ClaimsPrincipal? principal) => principal?.FindFirst(DigitalOceanClaimTypes.TeamUuid)?.Value;

    private static string? UserOf(ClaimsPrincipal? principal) => principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value;

    /// <summary>A replacement that has begun. Lets the old session go when it is disposed.</summary>
    internal sealed class Step(IAsyncDisposable? locked, Func<Task> completeAsync) : IAsyncDisposable
    {
        public Task CompleteAsync() => completeAsync();

        public ValueTask DisposeAsync() => locked?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
