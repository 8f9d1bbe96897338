using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Creates an application's data protectors. The client ID is part of each purpose, so one application cannot read the data of another, even if their
/// annotated classes have the same name and they share data protection keys.
/// </summary>
internal sealed class ApplicationKeys(
    DigitalOceanApplication application, IDataProtectionProvider dataProtection, IOptionsMonitor<DigitalOceanOptions> options)
{
    // The purposes of the first version did not contain a client ID.
    private const string Version = "v2";

    /// <param name="purpose">What is encrypted, such as <c>DoOAuth.Session</c>.</param>
    public IDataProtector For(string purpose) => For(purpose, application, dataProtection, options.Get(application.Scheme));

    /// <summary>Creates a data protector while the options are being configured.</summary>
    public static IDataProtector For(
        string purpose, DigitalOceanApplication application, IDataProtectionProvider dataProtection, DigitalOceanOptions options) =>
        dataProtection.CreateProtector(purpose, application.Scheme, options.ClientId ?? "", Version);
}
