using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>The values that a sign-in stores in the protected state between login and callback, in addition to the framework's.</summary>
internal static class SignInState
{
    private const string Requested = "requested";
    private const string Wanted = "wanted";
    private const string Before = "before";
    private const string RedirectUri = "redirect_uri";
    private const string From = "from";

    /// <summary>Starts a sign-in.</summary>
    /// <param name="returnUrl">The validated address to return to.</param>
    /// <param name="wantedScopes">The scopes that are requested now, in addition to the declared ones. If they are not granted, the sign-in fails.</param>
    /// <param name="scopesBefore">The optional scopes that the user granted before, to keep.</param>
    /// <param name="cameFrom">The validated address to which a signed-in user returns after denying more scopes.</param>
    public static AuthenticationProperties Begin(
        string returnUrl, IEnumerable<string> wantedScopes, IEnumerable<string> scopesBefore, string? cameFrom = null)
    {
        var properties = new AuthenticationProperties { RedirectUri = returnUrl };
        Write(properties, Wanted, wantedScopes);
        Write(properties, Before, scopesBefore);
        if (cameFrom is not null)
        {
            properties.Items[From] = cameFrom;
        }

        return properties;
    }

    public static IReadOnlyList<string> WantedScopes(AuthenticationProperties properties) => Read(properties, Wanted);

    public static IReadOnlyList<string> ScopesBefore(AuthenticationProperties properties) => Read(properties, Before);

    public static string? CameFrom(AuthenticationProperties properties) => properties.Items.TryGetValue(From, out var path) ? path : null;

    public static GrantedScopes RequestedScopes(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Requested, out var compact) && compact is not null ? GrantedScopes.FromCompact(compact) : GrantedScopes.None;

    public static void SetRequestedScopes(AuthenticationProperties properties, IEnumerable<string> scopes) => Write(properties, Requested, scopes);

    public static void SetRedirectUri(AuthenticationProperties properties, string redirectUri) => properties.Items[RedirectUri] = redirectUri;

    /// <summary>The <c>redirect_uri</c> of the authorization request. The token request must repeat it (RFC 6749 section 4.1.3).</summary>
    public static string? GetRedirectUri(AuthenticationProperties properties) => properties.Items.TryGetValue(RedirectUri, out var uri) ? uri : null;

    /// <summary>The values that the app added to the challenge: those that are neither this library's nor the framework's handler's.</summary>
    public static IDictionary<string, string?> ForeignItems(AuthenticationProperties properties) =>
        properties.Items.Where(item => item.Key is not (Requested or Wanted or Before or RedirectUri or From or DatedStateFormat.MadeAt) && !item.Key.StartsWith('.'))
            .ToDictionary(StringComparer.Ordinal);

    private static void Write(AuthenticationProperties properties, string key, IEnumerable<string> scopes)
    {
        string[] ordered = [.. scopes];
        if (ordered.Length > 0)
        {
            Array.Sort(ordered, StringComparer.Ordinal);
            properties.Items[key] = CompactScopes.Write(ordered);
        }
    }

    private static string[] Read(AuthenticationProperties properties, string key) =>
        properties.Items.TryGetValue(key, out var compact) && compact is not null ? [.. CompactScopes.Read(compact)] : [];
}
