using System.Collections.Concurrent;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.State;

/// <summary>The codes and tokens.</summary>
internal sealed class TokenStore : MemoryStore<StoredToken>, IOpenIddictTokenStore<StoredToken>
{
    // Each request to the API looks for its token. A token keeps its reference, and is never removed while the sandbox runs.
    private readonly ConcurrentDictionary<string, StoredToken> _byReference = new(StringComparer.Ordinal);

    public IAsyncEnumerable<StoredToken> FindAsync(string? subject, string? client, string? status, string? type, CancellationToken cancellationToken) =>
        Where(token => Fits(token, subject, client, status, type));

    public IAsyncEnumerable<StoredToken> FindByApplicationIdAsync(string identifier, CancellationToken cancellationToken) =>
        Where(token => token.ApplicationId == identifier);

    public IAsyncEnumerable<StoredToken> FindByAuthorizationIdAsync(string identifier, CancellationToken cancellationToken) =>
        Where(token => token.AuthorizationId == identifier);

    public ValueTask<StoredToken?> FindByReferenceIdAsync(string identifier, CancellationToken cancellationToken) =>
        new(_byReference.GetValueOrDefault(identifier));

    public IAsyncEnumerable<StoredToken> FindBySubjectAsync(string subject, CancellationToken cancellationToken) =>
        Where(token => token.Subject == subject);

    public ValueTask<long> PruneAsync(DateTimeOffset threshold, CancellationToken cancellationToken) =>
        PruneAsync(token => token.CreationDate < threshold && (token.Status != Statuses.Valid || token.ExpirationDate < threshold));

    public ValueTask<long> RevokeAsync(string? subject, string? client, string? status, string? type, CancellationToken cancellationToken) =>
        RevokeAsync(token => Fits(token, subject, client, status, type), SetStatus);

    public ValueTask<long> RevokeByApplicationIdAsync(string identifier, CancellationToken cancellationToken) =>
        RevokeAsync(token => token.ApplicationId == identifier, SetStatus);

    public ValueTask<long> RevokeByAuthorizationIdAsync(string identifier, CancellationToken cancellationToken) =>
        RevokeAsync(token => token.AuthorizationId == identifier, SetStatus);

    public ValueTask<long> RevokeBySubjectAsync(string subject, CancellationToken cancellationToken) =>
        RevokeAsync(token => token.Subject == subject, SetStatus);

    public ValueTask<string?> GetApplicationIdAsync(StoredToken token, CancellationToken cancellationToken) => new(token.ApplicationId);

    public ValueTask SetApplicationIdAsync(StoredToken token, string? identifier, CancellationToken cancellationToken) => Done(token.ApplicationId = identifier);

    public ValueTask<string?> GetAuthorizationIdAsync(StoredToken token, CancellationToken cancellationToken) => new(token.AuthorizationId);

    public ValueTask SetAuthorizationIdAsync(StoredToken token, string? identifier, CancellationToken cancellationToken) => Done(token.AuthorizationId = identifier);

    public ValueTask<DateTimeOffset?> GetCreationDateAsync(StoredToken token, CancellationToken cancellationToken) => new(token.CreationDate);

    public ValueTask SetCreationDateAsync(StoredToken token, DateTimeOffset? date, CancellationToken cancellationToken) => Done(token.CreationDate = date);

    public ValueTask<DateTimeOffset?> GetExpirationDateAsync(StoredToken token, CancellationToken cancellationToken) => new(token.ExpirationDate);

    public ValueTask SetExpirationDateAsync(StoredToken token, DateTimeOffset? date, CancellationToken cancellationToken) => Done(token.ExpirationDate = date);

    public ValueTask<string?> GetPayloadAsync(StoredToken token, CancellationToken cancellationToken) => new(token.Payload);

    public ValueTask SetPayloadAsync(StoredToken token, string? payload, CancellationToken cancellationToken) => Done(token.Payload = payload);

    public ValueTask<DateTimeOffset?> GetRedemptionDateAsync(StoredToken token, CancellationToken cancellationToken) => new(token.RedemptionDate);

    public ValueTask SetRedemptionDateAsync(StoredToken token, DateTimeOffset? date, CancellationToken cancellationToken) => Done(token.RedemptionDate = date);

    public ValueTask<string?> GetReferenceIdAsync(StoredToken token, CancellationToken cancellationToken) => new(token.ReferenceId);

    public ValueTask SetReferenceIdAsync(StoredToken token, string? identifier, CancellationToken cancellationToken)
    {
        token.ReferenceId = identifier;
        return Done(identifier is null ? token : _byReference[identifier] = token);
    }

    public ValueTask<string?> GetStatusAsync(StoredToken token, CancellationToken cancellationToken) => new(token.Status);

    public ValueTask SetStatusAsync(StoredToken token, string? status, CancellationToken cancellationToken) => Done(token.Status = status);

    public ValueTask<string?> GetSubjectAsync(StoredToken token, CancellationToken cancellationToken) => new(token.Subject);

    public ValueTask SetSubjectAsync(StoredToken token, string? subject, CancellationToken cancellationToken) => Done(token.Subject = subject);

    public ValueTask<string?> GetTypeAsync(StoredToken token, CancellationToken cancellationToken) => new(token.Type);

    public ValueTask SetTypeAsync(StoredToken token, string? type, CancellationToken cancellationToken) => Done(token.Type = type);

    private static bool Fits(StoredToken token, string? subject, string? client, string? status, string? type) =>
        Matches(subject, token.Subject) && Matches(client, token.ApplicationId) && Matches(status, token.Status) && Matches(type, token.Type);

    private static void SetStatus(StoredToken token, string status) => token.Status = status;
}
