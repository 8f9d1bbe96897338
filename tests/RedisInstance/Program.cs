using DoOAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls("http://127.0.0.1:0");
var fleet = builder.AddFleet();
if (builder.Configuration.GetConnectionString("Redis") is { } redis)
{
    fleet.UseRedis(redis);
}
else
{
    // Alone: what it needs after a restart is in a folder.
    builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(builder.Configuration["Keys"]!));
}

var app = builder.Build();
app.MapFleet();
app.MapGet("/call", async (DigitalOceanClient client, CancellationToken cancel) =>
{
    using var response = await client.GetAsync(new Uri("/v2/droplets", UriKind.Relative), cancel);

    // Told from a 401 of this app's own.
    return Results.StatusCode(response.IsSuccessStatusCode ? StatusCodes.Status200OK : StatusCodes.Status424FailedDependency);
}).RequireDropletRead();

// For the test that started it, which reads where it came to listen.
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"listening on {app.Urls.First()}"));
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class Fleet;
