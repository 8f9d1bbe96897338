using Microsoft.AspNetCore.SignalR;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: an object goes to the browser through SignalR, and to a log
app.MapPost("/1", (Order order, IHubContext<News> hub) => hub.Clients.All.SendAsync("ordered", order));
app.MapPost("/2", (Order order, Audit audit) => audit.Publish(order));
app.Run();

public record Order(string Id);
public class News : Hub;
public class Audit(ILogger<Audit> logger) { public void Publish(object entry) => logger.LogInformation("{Entry}", entry); }
public class OrderProcessor(DigitalOceanClient client) { public Task ProcessAsync(Order order) => client.GetStringAsync("/v2/vpcs"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
