using System.Collections.Immutable;

namespace DoOAuth.Sandbox.State;

/// <summary>An authorization, which all tokens of one sign-in belong to.</summary>
internal sealed class StoredAuthorization : StoredEntity
{
    public string? ApplicationId { get; set; }

    public DateTimeOffset? CreationDate { get; set; }

    public ImmutableArray<string> Scopes { get; set; } = [];

    public string? Status { get; set; }

    public string? Subject { get; set; }

    public string? Type { get; set; }
}
