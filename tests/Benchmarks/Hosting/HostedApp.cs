using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>An app as a user builds it, in this process. It logs nothing, and its keys are in a folder.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly InProcessServer _server;

    private HostedApp(WebApplication app, InProcessServer server)
    {
        _app = app;
        _server = server;
    }

    /// <summary>Builds and starts an app.</summary>
    public static async Task<HostedApp> StartAsync(KeyFolder keys, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var server = new InProcessServer();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Production",
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddInMemoryCollection(StandInProvider.Configuration);
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(keys.Folder);
        add(builder);
        builder.Services.AddSingleton<IServer>(server);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new HostedApp(app, server);
    }

    /// <summary>Opens a connection, which carries one request at a time.</summary>
    public Connection Connect() => _server.Connect();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
