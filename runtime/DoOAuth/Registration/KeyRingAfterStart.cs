using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DoOAuth;

/// <summary>
/// Reads the data protection keys once the app listens, beside its first requests. The framework reads them before, which takes a third of
/// the time that a small app needs to start; a request that needs them sooner waits for the same reading, or does it.
/// </summary>
internal sealed class KeyRingAfterStart(Func<IHostedService> keyRing) : IHostedLifecycleService
{
    /// <summary>Puts it in the place of the framework's service, if that is there and its own.</summary>
    public static void Replace(IServiceCollection services)
    {
        // The type is not public. Without it, or under another name, the keys are read when the framework reads them.
        var original = services.FirstOrDefault(static service => service is { IsKeyedService: false, ImplementationType.Name: "DataProtectionHostedService" }
            && service.ServiceType == typeof(IHostedService)
            && service.ImplementationType.Assembly == typeof(DataProtectionOptions).Assembly);
        if (original is { ImplementationType: { } type })
        {
            services.Remove(original);
            services.AddSingleton<IHostedService>(provider => new KeyRingAfterStart(() => (IHostedService)ActivatorUtilities.CreateInstance(provider, type)));
        }
    }

    // It does not fail: what goes wrong is logged, and met again by who needs the keys.
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => keyRing().StartAsync(CancellationToken.None), CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
