using Microsoft.Extensions.Options;

namespace DoOAuth.Testing;

/// <summary>Makes every application of the app call the test's handler at DigitalOcean's addresses, whatever its configuration is.</summary>
internal sealed class ScriptedOptions(ScriptedDigitalOcean script) : IPostConfigureOptions<DigitalOceanOptions>
{
    public void PostConfigure(string? name, DigitalOceanOptions options)
    {
        options.ClientId = string.IsNullOrWhiteSpace(options.ClientId) ? ScriptedDigitalOcean.ClientId : options.ClientId;
        options.Authority = DigitalOceanOptions.DefaultAuthority;
        options.ApiBaseAddress = DigitalOceanOptions.DefaultApiBaseAddress;
        options.AuthorizationEndpoint = DigitalOceanOptions.DefaultAuthority + "/v1/oauth/authorize";
        options.TokenEndpoint = DigitalOceanOptions.DefaultAuthority + "/v1/oauth/token";
        options.BackchannelHttpHandler = script;
        options.Backchannel = new HttpClient(script, disposeHandler: false) { Timeout = options.BackchannelTimeout };
    }
}
