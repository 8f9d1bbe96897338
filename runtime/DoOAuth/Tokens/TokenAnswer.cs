using System.Globalization;
using System.Text.Json;

namespace DoOAuth;

/// <summary>
/// A token response, in every known variation of DigitalOcean's. Values of an unexpected kind count as missing, unless that would grant more than the
/// response says.
/// </summary>
internal sealed record TokenAnswer
{
    // DigitalOcean's documented lifetime, for a response that does not specify one (OAuth reference, "Token").
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(3650);

    private const int LongestToken = 8 * 1024;
    private const int LongestScope = 16 * 1024;

    public required string AccessToken { get; init; }

    public string? RefreshToken { get; init; }

    public required TimeSpan Lifetime { get; init; }

    /// <summary>
    /// The granted scopes, or null if the response does not specify them. In that case, the requested scopes were granted (RFC 6749 section 5.1).
    /// </summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    public AccountInfo Info { get; init; } = AccountInfo.Empty;

    /// <exception cref="SignInFailedException">The JSON is not a token response.</exception>
    public static TokenAnswer Parse(JsonElement json)
    {
        try
        {
            return Read(json);
        }
        catch (InvalidOperationException)
        {
            // Valid JSON can contain text that is not a valid string, such as half a surrogate pair.
            throw SignInFailedException.ProviderError("DigitalOcean's token response contains text that cannot be read.");
        }
    }

    private static TokenAnswer Read(JsonElement json)
    {
        var accessToken = Token(json, "access_token") ?? Token(json, "bearer")
            ?? throw SignInFailedException.ProviderError("DigitalOcean's token response does not contain a valid access token.");
        return new TokenAnswer
        {
            AccessToken = accessToken,
            RefreshToken = Token(json, "refresh_token"),
            Lifetime = ReadLifetime(json),
            Scopes = ReadScopes(json),
            Info = AccountInfo.FromTokenAnswer(JsonText.ReadObject(json, "info")),
        };
    }

    private static string? Token(JsonElement json, string name)
    {
        // A token is sent in a header, so only visible ASCII is allowed (RFC 6750 section 2.1).
        return JsonText.Read(json, name) is { Length: > 0 and <= LongestToken } token
            && !token.AsSpan().ContainsAnyExceptInRange('!', '~') ? token : null;
    }

    private static TimeSpan ReadLifetime(JsonElement json)
    {
        if (!json.TryGetProperty("expires_in", out var value))
        {
            return UsualLifetime;
        }

        double seconds;
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when value.TryGetDouble(out seconds):
            case JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out seconds):
                return double.IsNaN(seconds) ? UsualLifetime
                    : seconds <= 0 ? TimeSpan.Zero
                    : seconds >= LongestLifetime.TotalSeconds ? LongestLifetime
                    : TimeSpan.FromSeconds(Math.Floor(seconds));
            default:
                return UsualLifetime;
        }
    }

    private static List<string>? ReadScopes(JsonElement json)
    {
        if (!json.TryGetProperty("scope", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var scopes = value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                value.EnumerateArray().Select(item => item.GetString()!).ToArray(),
            _ => throw SignInFailedException.ProviderError("DigitalOcean's token response contains scopes that are not text."),
        };
        if (scopes.Sum(scope => scope.Length) > LongestScope)
        {
            throw SignInFailedException.ProviderError("DigitalOcean's token response contains too many scopes.");
        }

        return [.. scopes.SelectMany(scope => scope.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
    }
}
