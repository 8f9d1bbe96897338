using System.Collections.Immutable;

namespace DoOAuth.Sandbox.State;

/// <summary>What ties together the tokens of one sign-in.</summary>
internal sealed class StoredAuthorization : StoredEntity
{
    public string? ApplicationId { get; set; }

    public DateTimeOffset? CreationDate { get; set; }

    public ImmutableArray<string> Scopes { get; set; } = [];

    public string? Status { get; set; }

    public string? Subject { get; set; }

    public string? Type { get; set; }
}
