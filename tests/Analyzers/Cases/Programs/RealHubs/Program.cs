using Live;
using Microsoft.AspNetCore.SignalR;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<DropletFeed>().AddScoped<ActionWatcher>();
builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = 32 * 1024).AddHubOptions<ConsoleHub>(options => options.AddFilter<ConsoleFilter>());
var app = builder.Build();
app.MapDeck();
app.MapHub<DropletHub>("/live/droplets");
app.MapHub<ConsoleHub>("/live/console");
app.MapHub<ActionHub>("/live/actions").RequireActionsRead();
app.MapGroup("/live").RequireImageRead().MapHub<ImageHub>("/images");

// Long-lived connections: hubs, server-sent events, a stream of lines. What has no mark is guarded or makes no call.

// case: server-sent events out of an async stream of a service
app.MapGet("/events/droplets", (DropletFeed feed, CancellationToken cancel) => TypedResults.ServerSentEvents(feed.WatchAsync(cancel), eventType: "droplets")); // expect: DOO103 droplet:read
app.MapGet("/events/droplets/guarded", (DropletFeed feed, CancellationToken cancel) => TypedResults.ServerSentEvents(feed.WatchAsync(cancel))).RequireDropletRead();
app.MapGet("/events/clock", (DropletFeed feed, CancellationToken cancel) => TypedResults.ServerSentEvents(feed.ClockAsync(cancel)));
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Droplet.Update, Optional = true)]
[DigitalOceanScope(Scopes.Actions.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
[DigitalOceanScope(Scopes.Image.Update, Optional = true)]
public static partial class Deck;
