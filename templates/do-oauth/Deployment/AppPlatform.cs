#if (!UsesRedis)
using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
#endif
using Microsoft.AspNetCore.HttpOverrides;

namespace DoOAuthApp_Namespace.Deployment;

/// <summary>What this app needs on DigitalOcean's App Platform. <c>.do/app.yaml</c> is the other half.</summary>
internal static class AppPlatform
{
    /// <summary>The address of the health check, as in <c>.do/app.yaml</c>.</summary>
    private const string Health = "/health";

    public static void AddAppPlatform(this WebApplicationBuilder builder)
    {
        // App Platform sets the port on which the app listens.
        if (builder.Configuration["PORT"] is { Length: > 0 } port)
        {
            builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, port);
        }

        // The proxy that terminates TLS is the only way to the app, and its address changes.
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
        });
        builder.Services.AddHealthChecks();
#if (!UsesRedis)

        // Files are lost at each deployment. The key that protects cookies comes from a secret instead, so that users stay signed in.
        if (builder.Configuration["DataProtection:Secret"] is { Length: > 0 } secret)
        {
            builder.Services.AddDataProtection().SetApplicationName("DoOAuthApp_Deck").DisableAutomaticKeyGeneration();
            builder.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = new SecretKey(secret));
        }
        else if (!builder.Environment.IsDevelopment() && Assembly.GetEntryAssembly()?.GetName().Name != "GetDocument.Insider")
        {
            // The tool that describes the app's endpoints during the build runs it without configuration.
            throw new InvalidOperationException("DataProtection:Secret is missing. Set the environment variable DataProtection__Secret to the output of: openssl rand -base64 48");
        }
#endif
    }

    public static void UseAppPlatform(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseForwardedHeaders();
        }

        app.MapHealthChecks(Health);
    }
}
