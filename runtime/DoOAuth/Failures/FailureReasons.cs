namespace DoOAuth;

/// <summary>Why a sign-in, or a request of a signed-in user, failed: the <c>reason</c> of the answer.</summary>
public static class FailureReasons
{
    /// <summary>The user refused, or DigitalOcean did for them (RFC 6749 section 4.1.2.1).</summary>
    public const string AccessDenied = "access_denied";

    /// <summary><c>prompt=none</c> was asked for and the user is not signed in at DigitalOcean.</summary>
    public const string LoginRequired = "login_required";

    /// <summary><c>prompt=none</c> was asked for and the user has not consented before.</summary>
    public const string ConsentRequired = "consent_required";

    /// <summary>The callback does not belong to a sign-in that this browser began within the last 15 minutes.</summary>
    public const string StateMismatch = "state_mismatch";

    /// <summary>The code or the refresh token is spent, expired or not this application's (RFC 6749 section 5.2).</summary>
    public const string InvalidGrant = "invalid_grant";

    /// <summary>DigitalOcean does not know the client id, or the secret is wrong (RFC 6749 section 5.2).</summary>
    public const string InvalidClient = "invalid_client";

    /// <summary>The user granted less than the application declares as needed.</summary>
    public const string ScopeMissing = "scope_missing";

    /// <summary>DigitalOcean could not be reached, or did not answer within the time allowed.</summary>
    public const string ProviderUnreachable = "provider_unreachable";

    /// <summary>DigitalOcean answered with an error of its own, or with something that is no answer.</summary>
    public const string ProviderError = "provider_error";

    /// <summary>What the app's machines share cannot be reached: tokens cannot be renewed, or sessions not be read, for now.</summary>
    public const string StoreUnreachable = "store_unreachable";

    /// <summary>Another site made the browser send the request.</summary>
    public const string CrossSite = "cross_site";
}
