using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Names the app for data protection by its assembly, where it does not name itself: the framework's default is the folder that it lies in,
/// which need not be the same on every machine.
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
