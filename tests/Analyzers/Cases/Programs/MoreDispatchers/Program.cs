using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// Code that several endpoints share, with what makes them differ in its types.

// case: a decorator of a generic handler
app.MapGet("/1", (ICommandBus bus) => bus.Send(new DeleteVpc(1))); // expect: DOO103 vpc:delete
app.MapGet("/1p", (ICommandBus bus) => bus.Send(new Nothing()));

// case: a generic service behind an interface
app.MapGet("/2", (IStore<Vpc> store) => store.All()); // expect: DOO103 vpc:read
app.MapGet("/2p", (IStore<Note> store) => store.All());

// case: a template method behind an interface
app.MapGet("/3", (VpcReport report) => report.Render()); // expect: DOO103 vpc:read
app.MapGet("/3p", (EmptyReport report) => report.Render());

// case: a template method on the base type: any of them
app.MapGet("/3b", (Report report) => report.Render()); // expect: DOO103 vpc:read

// case: a generic method makes the service
app.MapGet("/4", (IServiceProvider services) => Run<VpcJob>(services)); // expect: DOO103 vpc:read
app.MapGet("/4p", (IServiceProvider services) => Run<IdleJob>(services));
static Task<string> Run<T>(IServiceProvider services) where T : IJob => services.GetRequiredService<T>().Work();

app.Run();

public record DeleteVpc(int Id);
public record Nothing;
public interface ICommandHandler<T> { Task Handle(T command); }
public interface ICommandBus { Task Send<T>(T command); }
public class Bus(IServiceProvider services) : ICommandBus { public Task Send<T>(T command) => services.GetRequiredService<ICommandHandler<T>>().Handle(command); }
public class DeleteVpcHandler(DigitalOceanClient client) : ICommandHandler<DeleteVpc> { public Task Handle(DeleteVpc command) => client.DeleteAsync($"/v2/vpcs/{command.Id}"); }
public class NothingHandler : ICommandHandler<Nothing> { public Task Handle(Nothing command) => Task.CompletedTask; }

public record Vpc;
public record Note;
public interface IStore<T> { Task<string> All(); }
public class VpcStore(DigitalOceanClient client) : IStore<Vpc> { public Task<string> All() => client.GetStringAsync("/v2/vpcs"); }
public class NoteStore : IStore<Note> { public Task<string> All() => Task.FromResult(""); }

public abstract class Report { public async Task<string> Render() => "<p>" + await Body(); protected abstract Task<string> Body(); }
public class VpcReport(DigitalOceanClient client) : Report { protected override Task<string> Body() => client.GetStringAsync("/v2/vpcs"); }
public class EmptyReport : Report { protected override Task<string> Body() => Task.FromResult(""); }

public interface IJob { Task<string> Work(); }
public class VpcJob(DigitalOceanClient client) : IJob { public Task<string> Work() => client.GetStringAsync("/v2/vpcs"); }
public class IdleJob : IJob { public Task<string> Work() => Task.FromResult(""); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Vpc.Delete)]
public static partial class Deck;
