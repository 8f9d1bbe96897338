using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Makes the session the app's default scheme if it has none. If an app has one scheme of its own and specifies no default, the framework uses that
/// scheme as the default. Adding a second scheme must not change this.
/// </summary>
internal sealed class DefaultScheme(ApplicationDirectory applications) : IPostConfigureOptions<AuthenticationOptions>
{
    public void PostConfigure(string? name, AuthenticationOptions options)
    {
        if (options.DefaultScheme is not null || options.DefaultAuthenticateScheme is not null)
        {
            return;
        }

        var foreign = options.Schemes.Select(scheme => scheme.Name).Except(applications.All.SelectMany(OwnSchemes)).ToArray();
        options.DefaultScheme = foreign.Length == 1 ? foreign[0] : applications.All[0].SessionScheme;
    }

    private static IEnumerable<string> OwnSchemes(DigitalOceanApplication application) => [application.Scheme, application.SessionScheme];
}
