using System.Collections.Concurrent;
using DoOAuth.Sandbox.State;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.Callers;

/// <summary>
/// The callers whose tokens OpenIddict has validated. Decrypting a token and checking its signature takes most of the time of a request,
/// and a stored token does not change, except that it expires or is revoked.
/// </summary>
internal sealed class KnownCallers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Known> _byToken = new(StringComparer.Ordinal);

    /// <summary>Returns the caller of a token that was validated before and is still valid, or null.</summary>
    public ApiCaller? Find(string token)
    {
        if (!_byToken.TryGetValue(token, out var known))
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (known.Entry.Status != Statuses.Valid || known.Entry.ExpirationDate <= now)
        {
            _byToken.TryRemove(token, out _);
            return null;
        }

        return known.Caller with { ExpiresInSeconds = (long)((known.Entry.ExpirationDate ?? now) - now).TotalSeconds };
    }

    /// <summary>Remembers a caller.</summary>
    public void Add(string token, StoredToken entry, ApiCaller caller) => _byToken[token] = new Known(entry, caller);

    private sealed record Known(StoredToken Entry, ApiCaller Caller);
}
