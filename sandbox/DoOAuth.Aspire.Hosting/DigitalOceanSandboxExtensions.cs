using System.Globalization;
using System.Reflection;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds the sandbox to an app host.</summary>
public static class DigitalOceanSandboxExtensions
{
    private const string Tool = "DoOAuth.Sandbox.Tool";

    /// <summary>
    /// Adds the sandbox, which the SDK's <c>dotnet tool exec</c> downloads and starts. It listens on this machine only, and is not published.
    /// </summary>
    /// <param name="builder">The app host.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="port">
    /// The port of the sandbox. There is no proxy in front of it, because browsers and apps must see the same address.
    /// </param>
    /// <returns>The resource. Add options of the tool with <c>WithArgs</c>, such as <c>--auto-approve</c>.</returns>
    public static IResourceBuilder<DigitalOceanSandboxResource> AddDigitalOceanSandbox(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, int port = 5100)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new DigitalOceanSandboxResource(name, "dotnet", builder.AppHostDirectory))
            .WithArgs(context => AddArguments(context.Args))
            .WithArgs("--port", port.ToString(CultureInfo.InvariantCulture))
            .WithHttpEndpoint(port, port, DigitalOceanSandboxResource.EndpointName, isProxied: false)
            .ExcludeFromManifest();
    }

    /// <summary>
    /// Configures an app to use the sandbox: client ID, client secret and the addresses of DigitalOcean. A published app is not changed.
    /// </summary>
    /// <param name="builder">The app.</param>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="section">The configuration section of the app's annotated class.</param>
    /// <typeparam name="TResource">The type of the app's resource.</typeparam>
    /// <returns><paramref name="builder"/>.</returns>
    public static IResourceBuilder<TResource> WithReference<TResource>(
        this IResourceBuilder<TResource> builder, IResourceBuilder<DigitalOceanSandboxResource> sandbox, string section = "DigitalOcean")
        where TResource : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(sandbox);
        ArgumentException.ThrowIfNullOrEmpty(section);
        if (!builder.ApplicationBuilder.ExecutionContext.IsRunMode)
        {
            return builder;
        }

        var resource = sandbox.Resource;
        return builder
            .WithEnvironment($"{section}__ClientId", resource.ClientId)
            .WithEnvironment($"{section}__ClientSecret", resource.ClientSecret)
            .WithEnvironment($"{section}__Authority", resource.PrimaryEndpoint)
            .WithEnvironment($"{section}__ApiBaseAddress", resource.PrimaryEndpoint)
            .WithReferenceRelationship(sandbox);
    }

    private static void AddArguments(IList<object> arguments)
    {
        var version = typeof(DigitalOceanSandboxExtensions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "SandboxVersion").Value;
        foreach (var argument in new[] { "tool", "exec", $"{Tool}@{version}", "--yes", "--" })
        {
            arguments.Add(argument);
        }
    }
}
