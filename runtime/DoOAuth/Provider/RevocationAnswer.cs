using System.Net;

namespace DoOAuth;

/// <summary>What a revocation endpoint says to one form of the request.</summary>
/// <param name="Status">The status.</param>
/// <param name="Error">The error, if it names one.</param>
internal readonly record struct RevocationAnswer(HttpStatusCode Status, string? Error)
{
    // A server that cannot revoke this kind of token says so (RFC 7009 section 2.2.1): there is nothing more to ask of it.
    public bool IsConfirmed => (int)Status is >= 200 and < 300 || Error is "unsupported_token_type";

    /// <summary>Refused without a word: the bearer is not valid any more, or the server wants to know the client.</summary>
    public bool IsBareRefusal => Error is null && Status == HttpStatusCode.Unauthorized;
}
