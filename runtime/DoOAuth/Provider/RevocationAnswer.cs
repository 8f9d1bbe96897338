using System.Net;

namespace DoOAuth;

/// <summary>The response of a revocation endpoint to one form of the request.</summary>
/// <param name="Status">The status.</param>
/// <param name="Error">The error, or null if there is none.</param>
internal readonly record struct RevocationAnswer(HttpStatusCode Status, string? Error)
{
    // The server cannot revoke this kind of token (RFC 7009 section 2.2.1). There is no other way to ask for it.
    public bool IsConfirmed => (int)Status is >= 200 and < 300 || Error is "unsupported_token_type";

    /// <summary>Rejected without an error: the bearer token is no longer valid, or the server requires the client's credentials.</summary>
    public bool IsBareRefusal => Error is null && Status == HttpStatusCode.Unauthorized;
}
