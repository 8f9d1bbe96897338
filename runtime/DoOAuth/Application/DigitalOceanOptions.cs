using Microsoft.AspNetCore.Authentication.OAuth;

namespace DoOAuth;

/// <summary>
/// Options of one application, named by its scheme. Read from its section of the configuration, then given to the
/// class's <c>ConfigureOptions</c> hook, and checked when the app starts.
/// </summary>
public sealed class DigitalOceanOptions : OAuthOptions
{
    /// <summary>DigitalOcean's authorization server.</summary>
    public const string DefaultAuthority = "https://cloud.digitalocean.com";

    /// <summary>DigitalOcean's API.</summary>
    public const string DefaultApiBaseAddress = "https://api.digitalocean.com";

    /// <summary>Sets the defaults: PKCE on, calls to the authorization server end after 10 seconds.</summary>
    public DigitalOceanOptions()
    {
        UsePkce = true;
        BackchannelTimeout = TimeSpan.FromSeconds(10);
        CorrelationCookie = new CorrelationCookieBuilder(this);
    }

    /// <summary>Address of the authorization server: absolute, <c>https</c>, or <c>http</c> on this machine.</summary>
    public string Authority { get; set; } = DefaultAuthority;

    /// <summary>Address of the API: absolute, <c>https</c>, or <c>http</c> on this machine. The user's token goes to this origin only.</summary>
    public string ApiBaseAddress { get; set; } = DefaultApiBaseAddress;

    /// <summary>
    /// Origins other than the app's own, such as <c>https://app.example.com</c>, whose pages may send unsafe requests to guarded endpoints, logout
    /// and disconnect, and open WebSockets. Scheme, host and port as the browser writes them: an entry that can never match, such as one with a path or
    /// a default port, fails when the app starts. <c>null</c> is never trusted.
    /// </summary>
    public IList<string> TrustedOrigins { get; } = [];

    /// <summary>Client id, secret and addresses are checked by <see cref="OptionsValidation"/>, which can name the key that is wrong.</summary>
    public override void Validate()
    {
    }

    /// <inheritdoc cref="Validate()" />
    public override void Validate(string scheme)
    {
    }

    internal string RevocationEndpoint => Authority.TrimEnd('/') + "/v1/oauth/revoke";

    internal string ApiAddress => ApiBaseAddress.TrimEnd('/');
}
