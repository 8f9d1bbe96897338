using DoOAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.AddFleet().UseRedis(builder.Configuration.GetConnectionString("Redis")!);

var app = builder.Build();
app.MapFleet();
app.MapGet("/call", (DigitalOceanClient client, CancellationToken cancel) => client.GetStringAsync(new Uri("/v2/droplets", UriKind.Relative), cancel))
    .RequireDropletRead();

// For the test that started it, which reads where it came to listen.
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"listening on {app.Urls.First()}"));
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class Fleet;
