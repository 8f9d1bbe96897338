using System.Collections.Immutable;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.State;

/// <summary>The authorizations, one for each sign-in.</summary>
internal sealed class AuthorizationStore : MemoryStore<StoredAuthorization>, IOpenIddictAuthorizationStore<StoredAuthorization>
{
    public IAsyncEnumerable<StoredAuthorization> FindAsync(string? subject, string? client, string? status, string? type, ImmutableArray<string>? scopes, CancellationToken cancellationToken) =>
        Where(authorization => Fits(authorization, subject, client, status, type) && (scopes is not { } wanted || wanted.All(authorization.Scopes.Contains)));

    public IAsyncEnumerable<StoredAuthorization> FindByApplicationIdAsync(string identifier, CancellationToken cancellationToken) =>
        Where(authorization => authorization.ApplicationId == identifier);

    public IAsyncEnumerable<StoredAuthorization> FindBySubjectAsync(string subject, CancellationToken cancellationToken) =>
        Where(authorization => authorization.Subject == subject);

    public ValueTask<long> PruneAsync(DateTimeOffset threshold, CancellationToken cancellationToken) =>
        PruneAsync(authorization => authorization.CreationDate < threshold && authorization.Status != Statuses.Valid);

    public ValueTask<long> RevokeAsync(string? subject, string? client, string? status, string? type, CancellationToken cancellationToken) =>
        RevokeAsync(authorization => Fits(authorization, subject, client, status, type), SetStatus);

    public ValueTask<long> RevokeByApplicationIdAsync(string identifier, CancellationToken cancellationToken) =>
        RevokeAsync(authorization => authorization.ApplicationId == identifier, SetStatus);

    public ValueTask<long> RevokeBySubjectAsync(string subject, CancellationToken cancellationToken) =>
        RevokeAsync(authorization => authorization.Subject == subject, SetStatus);

    public ValueTask<string?> GetApplicationIdAsync(StoredAuthorization authorization, CancellationToken cancellationToken) => new(authorization.ApplicationId);

    public ValueTask SetApplicationIdAsync(StoredAuthorization authorization, string? identifier, CancellationToken cancellationToken) => Done(authorization.ApplicationId = identifier);

    public ValueTask<DateTimeOffset?> GetCreationDateAsync(StoredAuthorization authorization, CancellationToken cancellationToken) => new(authorization.CreationDate);

    public ValueTask SetCreationDateAsync(StoredAuthorization authorization, DateTimeOffset? date, CancellationToken cancellationToken) => Done(authorization.CreationDate = date);

    public ValueTask<ImmutableArray<string>> GetScopesAsync(StoredAuthorization authorization, CancellationToken cancellationToken) => new(authorization.Scopes);

    public ValueTask SetScopesAsync(StoredAuthorization authorization, ImmutableArray<string> scopes, CancellationToken cancellationToken) => Done(authorization.Scopes = scopes);

    public ValueTask<string?> GetStatusAsync(StoredAuthorization authorization, CancellationToken cancellationToken) => new(authorization.Status);

    public ValueTask SetStatusAsync(StoredAuthorization authorization, string? status, CancellationToken cancellationToken) => Done(authorization.Status = status);

    public ValueTask<string?> GetSubjectAsync(StoredAuthorization authorization, CancellationToken cancellationToken) => new(authorization.Subject);

    public ValueTask SetSubjectAsync(StoredAuthorization authorization, string? subject, CancellationToken cancellationToken) => Done(authorization.Subject = subject);

    public ValueTask<string?> GetTypeAsync(StoredAuthorization authorization, CancellationToken cancellationToken) => new(authorization.Type);

    public ValueTask SetTypeAsync(StoredAuthorization authorization, string? type, CancellationToken cancellationToken) => Done(authorization.Type = type);

    private static bool Fits(StoredAuthorization authorization, string? subject, string? client, string? status, string? type) =>
        Matches(subject, authorization.Subject) && Matches(client, authorization.ApplicationId) && Matches(status, authorization.Status) && Matches(type, authorization.Type);

    private static void SetStatus(StoredAuthorization authorization, string status) => authorization.Status = status;
}
