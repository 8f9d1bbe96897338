using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>
/// Adds a timestamp to the state, and rejects a state that is too old, or from a clock far ahead. The correlation cookie expires by the browser's
/// clock, the state by the server's.
/// </summary>
internal sealed class DatedStateFormat(ISecureDataFormat<AuthenticationProperties> inner, DigitalOceanOptions options)
    : ISecureDataFormat<AuthenticationProperties>
{
    /// <summary>The name of the timestamp in the state.</summary>
    public const string MadeAt = "made_at";

    // The clocks of several machines can differ by seconds. A state from further ahead would be valid for too long.
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    private DateTimeOffset Now => (options.TimeProvider ?? TimeProvider.System).GetUtcNow();

    public string Protect(AuthenticationProperties data) => Protect(data, null);

    public string Protect(AuthenticationProperties data, string? purpose)
    {
        data.Items[MadeAt] = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return inner.Protect(data, purpose);
    }

    public AuthenticationProperties? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationProperties? Unprotect(string? protectedText, string? purpose)
    {
        var data = inner.Unprotect(protectedText, purpose);
        return data is not null
            && data.Items.TryGetValue(MadeAt, out var text)
            && long.TryParse(text, CultureInfo.InvariantCulture, out var madeAt)
            && Now - DateTimeOffset.FromUnixTimeSeconds(madeAt) is var age
            && age < options.RemoteAuthenticationTimeout
            && age >= -MostAhead
            ? data
            : null;
    }

    /// <summary>
    /// Reads a state of this application regardless of its age. It says where the sign-in would have returned, but cannot be used to sign in.
    /// </summary>
    public AuthenticationProperties? UnprotectOfAnyAge(string protectedText) => inner.Unprotect(protectedText);
}
