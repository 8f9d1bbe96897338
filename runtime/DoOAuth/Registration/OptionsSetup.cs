using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Sets the options of an application from its declaration and configuration, then calls the annotated class's hook.</summary>
internal sealed class OptionsSetup(
    DigitalOceanApplication application,
    IConfiguration configuration,
    IDataProtectionProvider dataProtection,
    TimeProvider time) : IConfigureNamedOptions<DigitalOceanOptions>, IPostConfigureOptions<DigitalOceanOptions>
{
    // More than enough for a token response, and small enough that an endless one does no harm.
    private const int LargestAnswer = 1024 * 1024;

    public void Configure(string? name, DigitalOceanOptions options)
    {
        if (name != application.Scheme)
        {
            return;
        }

        var section = configuration.GetSection(application.ConfigurationSection);
        options.ClientId = section["ClientId"]?.Trim() ?? "";
        options.ClientSecret = section["ClientSecret"]?.Trim() ?? "";
        options.Authority = section["Authority"]?.Trim() ?? DigitalOceanOptions.DefaultAuthority;
        options.ApiBaseAddress = section["ApiBaseAddress"]?.Trim() ?? DigitalOceanOptions.DefaultApiBaseAddress;
        options.SignInScheme = application.SessionScheme;
        foreach (var scope in application.RequiredScopes)
        {
            options.Scope.Add(scope);
        }

        application.ConfigureOptions?.Invoke(options);
    }

    public void Configure(DigitalOceanOptions options) => Configure(Options.DefaultName, options);

    public void PostConfigure(string? name, DigitalOceanOptions options)
    {
        if (name != application.Scheme)
        {
            return;
        }

        var authority = options.Authority.TrimEnd('/');
        options.AuthorizationEndpoint = Or(options.AuthorizationEndpoint, authority + "/v1/oauth/authorize");
        options.TokenEndpoint = Or(options.TokenEndpoint, authority + "/v1/oauth/token");
        options.TimeProvider ??= time;
        if (options.CorrelationCookie is CorrelationCookieBuilder correlation)
        {
            correlation.Scheme = application.Scheme;
        }

        options.StateDataFormat ??= new DatedStateFormat(
            new PropertiesDataFormat(new RecentPlaintext(ApplicationKeys.For("DoOAuth.State", application, dataProtection, options), time)),
            options);
        options.Backchannel ??= CreateBackchannel(options);
    }

    // Decompression stays off, as is the handler's default. A token response is too short to gain from it, and there is one less cause of errors. The
    // property is not even set, because that would add the decompression code to a native app.
    private static HttpClient CreateBackchannel(DigitalOceanOptions options) => new(options.BackchannelHttpHandler ??= new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = options.BackchannelTimeout,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    private static string Or(string? value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;
}
