using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>The tokens of a session, with their lifetime and the number of refreshes.</summary>
internal sealed record SessionTokens(string AccessToken, string? RefreshToken, DateTimeOffset ExpiresAt, TimeSpan Lifetime, int Generation)
{
    private const string AccessTokenName = "access_token";
    private const string RefreshTokenName = "refresh_token";
    private const string ExpiresAtName = "expires_at";

    // The names that StoreTokens uses, built once instead of for each request.
    private const string StoredAs = ".Token.";
    private const string LifetimeItem = "life";
    private const string GenerationItem = "gen";
    private const string SessionItem = "sid";

    // Refresh when less than a tenth of the lifetime is left and, for long lifetimes, no earlier than this before the expiration.
    private static readonly TimeSpan EarliestRefresh = TimeSpan.FromMinutes(5);

    public bool IsDue(DateTimeOffset now) => ExpiresAt - now < (Lifetime / 10 < EarliestRefresh ? Lifetime / 10 : EarliestRefresh);

    public DateTimeOffset IssuedAt => ExpiresAt - Lifetime;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    public static SessionTokens From(TokenAnswer answer, DateTimeOffset now) =>
        new(answer.AccessToken, answer.RefreshToken, now + answer.Lifetime, answer.Lifetime, Generation: 0);

    /// <summary>
    /// Creates the next generation of these tokens. A response without a refresh token means that the old one remains valid (RFC 6749 section 6).
    /// </summary>
    public SessionTokens RefreshedBy(TokenAnswer answer, DateTimeOffset now) => new(
        answer.AccessToken, answer.RefreshToken ?? RefreshToken, now + answer.Lifetime, answer.Lifetime, Generation + 1);

    /// <summary>Gets the newer of these tokens and <paramref name="others"/> of the same session.</summary>
    public SessionTokens Or(SessionTokens? others) => others is not null && others.Generation > Generation ? others : this;

    public void WriteTo(AuthenticationProperties properties)
    {
        List<AuthenticationToken> tokens =
        [
            new() { Name = AccessTokenName, Value = AccessToken },
            new() { Name = ExpiresAtName, Value = ExpiresAt.ToString("o", CultureInfo.InvariantCulture) },
        ];
        if (RefreshToken is not null)
        {
            tokens.Add(new() { Name = RefreshTokenName, Value = RefreshToken });
        }

        properties.StoreTokens(tokens);
        properties.Items[LifetimeItem] = ((long)Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        properties.Items[GenerationItem] = Generation.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Reads the tokens that <see cref="WriteTo"/> wrote, or null if there are none.</summary>
    public static SessionTokens? Read(AuthenticationProperties? properties) =>
        properties is not null
        && Text(properties, StoredAs + AccessTokenName) is { } accessToken
        && DateTimeOffset.TryParse(
            Text(properties, StoredAs + ExpiresAtName), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var expiresAt)
            ? new SessionTokens(
                accessToken,
                Text(properties, StoredAs + RefreshTokenName),
                expiresAt,
                TimeSpan.FromSeconds(Number(properties, LifetimeItem)),
                (int)Number(properties, GenerationItem))
            : null;

    public static string? SessionId(AuthenticationProperties? properties) =>
        properties is null ? null : Text(properties, SessionItem);

    public static void SetSessionId(AuthenticationProperties properties, string id) => properties.Items[SessionItem] = id;

    public override string ToString() => $"{nameof(SessionTokens)} {{ Generation = {Generation}, ExpiresAt = {ExpiresAt:o} }}";

    private static long Number(AuthenticationProperties properties, string key) =>
        long.TryParse(Text(properties, key), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? Text(AuthenticationProperties properties, string key) => properties.Items.TryGetValue(key, out var text) ? text : null;
}
