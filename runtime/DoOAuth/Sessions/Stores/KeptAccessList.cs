namespace DoOAuth;

/// <summary>
/// Lists the access that was kept from a user's sessions, where sessions are on the server: it outlives the session that is stored, and a sign-out
/// everywhere has to find it. It is a separate entry next to the session's.
/// </summary>
/// <param name="stored">The session store; null if sessions are in cookies.</param>
internal sealed class KeptAccessList(IStoredSessions? stored)
{
    private const string Suffix = ".kept";

    /// <summary>The session of an entry, whichever of the two it is.</summary>
    public static string SessionIdOf(string entry) => entry.EndsWith(Suffix, StringComparison.Ordinal) ? entry[..^Suffix.Length] : entry;

    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public ValueTask AddAsync(string userUuid, string sessionId, CancellationToken cancellationToken) => stored is null
        ? ValueTask.CompletedTask
        : stored.AddAsync(sessionId + Suffix, new StoredSession(userUuid, protectedTicket: default), SessionLifetimes.KeptAccess, cancellationToken);

    /// <summary>Takes it off the list, where its session is over.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public ValueTask RemoveAsync(string sessionId) => stored?.RemoveAsync(sessionId + Suffix, CancellationToken.None) ?? ValueTask.CompletedTask;

    /// <summary>Lists it under the session that took the place of its own.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask MoveAsync(string userUuid, string oldId, string newId)
    {
        if (stored is not null)
        {
            await AddAsync(userUuid, newId, CancellationToken.None);
            await RemoveAsync(oldId);
        }
    }
}
