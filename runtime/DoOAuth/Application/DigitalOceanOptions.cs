using Microsoft.AspNetCore.Authentication.OAuth;

namespace DoOAuth;

/// <summary>
/// The options of an application, named by its scheme. They are read from the application's configuration section, passed to the annotated class's
/// <c>ConfigureOptions</c> hook, and validated when the app starts.
/// </summary>
public sealed class DigitalOceanOptions : OAuthOptions
{
    /// <summary>The address of DigitalOcean's authorization server.</summary>
    public const string DefaultAuthority = "https://cloud.digitalocean.com";

    /// <summary>The address of DigitalOcean's API.</summary>
    public const string DefaultApiBaseAddress = "https://api.digitalocean.com";

    /// <summary>Sets the defaults: PKCE is on, and calls to the authorization server time out after 10 seconds.</summary>
    public DigitalOceanOptions()
    {
        UsePkce = true;
        BackchannelTimeout = TimeSpan.FromSeconds(10);
        CorrelationCookie = new CorrelationCookieBuilder(this);
    }

    /// <summary>The absolute address of the authorization server. It must use <c>https</c>, or <c>http</c> on this machine.</summary>
    public string Authority { get; set; } = DefaultAuthority;

    /// <summary>
    /// The absolute address of the API. It must use <c>https</c>, or <c>http</c> on this machine. Only this origin receives the user's token.
    /// </summary>
    public string ApiBaseAddress { get; set; } = DefaultApiBaseAddress;

    /// <summary>
    /// Additional origins, such as <c>https://app.example.com</c>, whose pages can send unsafe requests to guarded endpoints, logout and disconnect,
    /// and open WebSockets. Write scheme, host and port the way browsers send them. An entry that can never match, such as one with a path or a
    /// default port, fails when the app starts. <c>null</c> is never trusted.
    /// </summary>
    public IList<string> TrustedOrigins { get; } = [];

    /// <summary>Client ID, client secret and addresses are validated by <see cref="OptionsValidation"/>, which can name the key that is wrong.</summary>
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
