using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Makes what an application encrypts with. The client id is part of every purpose: nothing of one application is readable to another, also where
/// their classes have the same name and they share the data protection keys.
/// </summary>
internal sealed class ApplicationKeys(
    DigitalOceanApplication application, IDataProtectionProvider dataProtection, IOptionsMonitor<DigitalOceanOptions> options)
{
    // The purposes of the first version had no client id.
    private const string Version = "v2";

    /// <param name="purpose">What is encrypted, such as <c>DoOAuth.Session</c>.</param>
    public IDataProtector For(string purpose) => For(purpose, application, dataProtection, options.Get(application.Scheme));

    /// <summary>The same where the options are being made.</summary>
    public static IDataProtector For(
        string purpose, DigitalOceanApplication application, IDataProtectionProvider dataProtection, DigitalOceanOptions options) =>
        dataProtection.CreateProtector(purpose, application.Scheme, options.ClientId ?? "", Version);
}
