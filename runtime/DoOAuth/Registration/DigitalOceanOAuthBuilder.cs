using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DoOAuth;

/// <summary>What a generated <c>Add…</c> gives back, for what else belongs to the application.</summary>
public sealed class DigitalOceanOAuthBuilder
{
    internal DigitalOceanOAuthBuilder(IHostApplicationBuilder builder, DigitalOceanApplication application)
    {
        Builder = builder;
        Application = application;
    }

    /// <summary>The app's builder.</summary>
    public IHostApplicationBuilder Builder { get; }

    /// <summary>The app's services.</summary>
    public IServiceCollection Services => Builder.Services;

    /// <summary>The application that was added.</summary>
    public DigitalOceanApplication Application { get; }
}
