using System.Collections.Immutable;
using System.Globalization;
using Microsoft.IdentityModel.Tokens;

namespace DoOAuth.Sandbox.State;

/// <summary>A registered client.</summary>
internal sealed class StoredApplication : StoredEntity
{
    public string? ApplicationType { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string? ClientType { get; set; }

    public string? ConsentType { get; set; }

    public string? DisplayName { get; set; }

    public ImmutableDictionary<CultureInfo, string> DisplayNames { get; set; } = ImmutableDictionary<CultureInfo, string>.Empty;

    public JsonWebKeySet? JsonWebKeySet { get; set; }

    public ImmutableArray<string> Permissions { get; set; } = [];

    public ImmutableArray<string> PostLogoutRedirectUris { get; set; } = [];

    public ImmutableArray<string> RedirectUris { get; set; } = [];

    public ImmutableArray<string> Requirements { get; set; } = [];

    public ImmutableDictionary<string, string> Settings { get; set; } = ImmutableDictionary<string, string>.Empty;
}
