namespace DoOAuth.Sandbox.Registration;

/// <summary>Why a client could not register itself (RFC 7591 section 3.2.2).</summary>
/// <param name="Code">The error code.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record RegistrationError(string Code, string Message)
{
    /// <summary>A redirect address is missing or not valid.</summary>
    public static RegistrationError RedirectUri(string message) => new("invalid_redirect_uri", message);

    /// <summary>Other metadata is not valid.</summary>
    public static RegistrationError Metadata(string message) => new("invalid_client_metadata", message);
}
