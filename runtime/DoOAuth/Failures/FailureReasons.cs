namespace DoOAuth;

/// <summary>The reasons why a sign-in, or a request of a signed-in user, failed: the <c>reason</c> of the response.</summary>
public static class FailureReasons
{
    /// <summary>The user denied the request, or DigitalOcean did (RFC 6749 section 4.1.2.1).</summary>
    public const string AccessDenied = "access_denied";

    /// <summary><c>prompt=none</c> was requested, but the user is not signed in at DigitalOcean.</summary>
    public const string LoginRequired = "login_required";

    /// <summary><c>prompt=none</c> was requested, but the user has not given consent.</summary>
    public const string ConsentRequired = "consent_required";

    /// <summary>The callback does not belong to a sign-in that this browser started within the last 15 minutes.</summary>
    public const string StateMismatch = "state_mismatch";

    /// <summary>The code or the refresh token was already used, has expired, or belongs to another application (RFC 6749 section 5.2).</summary>
    public const string InvalidGrant = "invalid_grant";

    /// <summary>DigitalOcean does not know the client ID, or the client secret is wrong (RFC 6749 section 5.2).</summary>
    public const string InvalidClient = "invalid_client";

    /// <summary>The user did not grant all of the scopes that the application requires.</summary>
    public const string ScopeMissing = "scope_missing";

    /// <summary>DigitalOcean could not be reached, or did not respond in time.</summary>
    public const string ProviderUnreachable = "provider_unreachable";

    /// <summary>DigitalOcean returned an error, or a response that is not valid.</summary>
    public const string ProviderError = "provider_error";

    /// <summary>The session store cannot be reached at the moment, so tokens cannot be refreshed or sessions cannot be read.</summary>
    public const string StoreUnreachable = "store_unreachable";

    /// <summary>Another site caused the browser to send the request.</summary>
    public const string CrossSite = "cross_site";
}
