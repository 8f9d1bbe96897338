namespace DoOAuth;

/// <summary>
/// Lists the access that was kept from a user's sessions, if sessions are on the server. It outlives the stored session, and signing the user out
/// everywhere must find it. It is a separate entry next to the session's.
/// </summary>
/// <param name="stored">The session store; null if sessions are in cookies.</param>
internal sealed class KeptAccessList(IStoredSessions? stored)
{
    private const string Suffix = ".kept";

    /// <summary>The session of an entry of either kind.</summary>
    public static string SessionIdOf(string entry) => entry.EndsWith(Suffix, StringComparison.Ordinal) ? entry[..^Suffix.Length] : entry;

    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public ValueTask AddAsync(string userUuid, string sessionId, CancellationToken cancellationToken) => stored is null
        ? ValueTask.CompletedTask
        : stored.AddAsync(sessionId + Suffix, new StoredSession(userUuid, protectedTicket: default), SessionLifetimes.KeptAccess, cancellationToken);

    /// <summary>Removes the entry of a session that has ended.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public ValueTask RemoveAsync(string sessionId) => stored?.RemoveAsync(sessionId + Suffix, CancellationToken.None) ?? ValueTask.CompletedTask;

    /// <summary>Moves the entry to the session that replaced its own.</summary>
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
