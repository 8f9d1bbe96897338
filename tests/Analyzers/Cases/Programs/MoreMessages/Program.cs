using Bus;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// Messages in the ways of Wolverine, MassTransit and FastEndpoints: the packages' types are in the folder Referenced.

// case: a handler by convention
app.MapGet("/1", (IMessageBus bus) => bus.InvokeAsync<string>(new ListVpcs())); // expect: DOO103 vpc:read
app.MapGet("/1p", (IMessageBus bus) => bus.InvokeAsync<string>(new Ping()));

// case: a consumer of a context
app.MapPost("/2", (IMessageBus bus) => bus.PublishAsync(new DropVpc(1))); // expect: DOO103 vpc:delete
app.MapPost("/2g", (IMessageBus bus) => bus.PublishAsync(new DropVpc(1))).RequireVpcDelete();

// case: the message is bound from the body
app.MapPost("/3", (DropVpc command, IMessageBus bus) => bus.InvokeAsync<string>(command)); // expect: DOO103 vpc:delete

// case: through a service
app.MapGet("/4", (Vpcs vpcs) => vpcs.List()); // expect: DOO103 vpc:read

// case: a message whose handler sends another one
app.MapGet("/5", (IMessageBus bus) => bus.InvokeAsync<string>(new Refresh())); // expect: DOO103 vpc:read

app.Run();

public record ListVpcs;
public record Ping;
public record Refresh;
public record DropVpc(int Id);

public static class ListVpcsHandler { public static Task<string> Handle(ListVpcs query, DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs"); }
public static class PingHandler { public static string Handle(Ping ping) => "pong"; }
public class RefreshHandler(IMessageBus bus) { public Task<string> HandleAsync(Refresh refresh) => bus.InvokeAsync<string>(new ListVpcs()); }
public class DropVpcConsumer(DigitalOceanClient client) : IConsumer<DropVpc> { public Task Consume(ConsumeContext<DropVpc> context) => client.DeleteAsync($"/v2/vpcs/{context.Message.Id}"); }
public class Vpcs(IMessageBus bus) { public Task<string> List() => bus.InvokeAsync<string>(new ListVpcs()); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Vpc.Delete)]
public static partial class Deck;
