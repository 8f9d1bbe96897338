using System.Collections.Immutable;
using System.Globalization;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;

namespace DoOAuth.Sandbox.State;

/// <summary>The registered clients.</summary>
internal sealed class ApplicationStore : MemoryStore<StoredApplication>, IOpenIddictApplicationStore<StoredApplication>
{
    public ValueTask<StoredApplication?> FindByClientIdAsync(string identifier, CancellationToken cancellationToken) =>
        new(All.FirstOrDefault(application => application.ClientId == identifier));

    public IAsyncEnumerable<StoredApplication> FindByPostLogoutRedirectUriAsync(string uri, CancellationToken cancellationToken) =>
        Where(application => application.PostLogoutRedirectUris.Contains(uri));

    public IAsyncEnumerable<StoredApplication> FindByRedirectUriAsync(string uri, CancellationToken cancellationToken) =>
        Where(application => application.RedirectUris.Contains(uri));

    public ValueTask<string?> GetApplicationTypeAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.ApplicationType);

    public ValueTask SetApplicationTypeAsync(StoredApplication application, string? type, CancellationToken cancellationToken) => Done(application.ApplicationType = type);

    public ValueTask<string?> GetClientIdAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.ClientId);

    public ValueTask SetClientIdAsync(StoredApplication application, string? identifier, CancellationToken cancellationToken) => Done(application.ClientId = identifier);

    public ValueTask<string?> GetClientSecretAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.ClientSecret);

    public ValueTask SetClientSecretAsync(StoredApplication application, string? secret, CancellationToken cancellationToken) => Done(application.ClientSecret = secret);

    public ValueTask<string?> GetClientTypeAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.ClientType);

    public ValueTask SetClientTypeAsync(StoredApplication application, string? type, CancellationToken cancellationToken) => Done(application.ClientType = type);

    public ValueTask<string?> GetConsentTypeAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.ConsentType);

    public ValueTask SetConsentTypeAsync(StoredApplication application, string? type, CancellationToken cancellationToken) => Done(application.ConsentType = type);

    public ValueTask<string?> GetDisplayNameAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.DisplayName);

    public ValueTask SetDisplayNameAsync(StoredApplication application, string? name, CancellationToken cancellationToken) => Done(application.DisplayName = name);

    public ValueTask<ImmutableDictionary<CultureInfo, string>> GetDisplayNamesAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.DisplayNames);

    public ValueTask SetDisplayNamesAsync(StoredApplication application, ImmutableDictionary<CultureInfo, string> names, CancellationToken cancellationToken) => Done(application.DisplayNames = names);

    public ValueTask<JsonWebKeySet?> GetJsonWebKeySetAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.JsonWebKeySet);

    public ValueTask SetJsonWebKeySetAsync(StoredApplication application, JsonWebKeySet? set, CancellationToken cancellationToken) => Done(application.JsonWebKeySet = set);

    public ValueTask<ImmutableArray<string>> GetPermissionsAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.Permissions);

    public ValueTask SetPermissionsAsync(StoredApplication application, ImmutableArray<string> permissions, CancellationToken cancellationToken) => Done(application.Permissions = permissions);

    public ValueTask<ImmutableArray<string>> GetPostLogoutRedirectUrisAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.PostLogoutRedirectUris);

    public ValueTask SetPostLogoutRedirectUrisAsync(StoredApplication application, ImmutableArray<string> uris, CancellationToken cancellationToken) => Done(application.PostLogoutRedirectUris = uris);

    public ValueTask<ImmutableArray<string>> GetRedirectUrisAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.RedirectUris);

    public ValueTask SetRedirectUrisAsync(StoredApplication application, ImmutableArray<string> uris, CancellationToken cancellationToken) => Done(application.RedirectUris = uris);

    public ValueTask<ImmutableArray<string>> GetRequirementsAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.Requirements);

    public ValueTask SetRequirementsAsync(StoredApplication application, ImmutableArray<string> requirements, CancellationToken cancellationToken) => Done(application.Requirements = requirements);

    public ValueTask<ImmutableDictionary<string, string>> GetSettingsAsync(StoredApplication application, CancellationToken cancellationToken) => new(application.Settings);

    public ValueTask SetSettingsAsync(StoredApplication application, ImmutableDictionary<string, string> settings, CancellationToken cancellationToken) => Done(application.Settings = settings);
}
