using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Names the app for data protection after its assembly, unless the app sets a name. The framework's default is the path of its folder,
/// which can differ between machines.
/// </summary>
internal sealed class SharedApplicationName(IServiceProvider services, IHostEnvironment environment) : IPostConfigureOptions<DataProtectionOptions>
{
    public void PostConfigure(string? name, DataProtectionOptions options)
    {
        if (options.ApplicationDiscriminator is null || options.ApplicationDiscriminator == services.GetApplicationUniqueIdentifier())
        {
            options.ApplicationDiscriminator = environment.ApplicationName;
        }
    }
}
