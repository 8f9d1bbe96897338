using Contracts;
using DoOAuth;

namespace Core;

public class Volumes(DigitalOceanClient client) : IVolumes { public Task<string> ListAsync(CancellationToken cancel) => client.GetStringAsync(Routes.Volumes, cancel); public Task DropAsync(Guid id) => client.DeleteAsync($"{Routes.Volumes}/{id}"); }
public class Notes : INotes { public Task<string> ListAsync() => Task.FromResult(""); }
public class VolumeRepository(IVolumes volumes) : IRepository<Volume> { public Task<string> AllAsync() => volumes.ListAsync(); }
public class NoteRepository(INotes notes) : IRepository<Note> { public Task<string> AllAsync() => notes.ListAsync(); }
public class ListSnapshotsHandler(DigitalOceanClient client) : IHandlerOf<ListSnapshots, string> { public Task<string> HandleAsync(ListSnapshots request) => client.GetStringAsync(Routes.Of("snapshots")); }
public class HelloHandler : IHandlerOf<Hello, string> { public Task<string> HandleAsync(Hello request) => Task.FromResult(""); }
public class Sender(IServiceProvider services) { public Task<T> SendAsync<TRequest, T>(TRequest request) where TRequest : IRequestOf<T> => services.GetRequiredService<IHandlerOf<TRequest, T>>().HandleAsync(request); }

// The path comes from a class of the app.
public abstract class Crud(DigitalOceanClient client) : ResourceBase { public Task<string> ListAsync() => client.GetStringAsync(Path); public Task DropAsync(Guid id) => client.DeleteAsync(One(id)); }
public abstract class Export(DigitalOceanClient client) { protected abstract string Name { get; } public Task<string> RunAsync() => client.GetStringAsync(Routes.Of(Name)); }

// The work is in a delegate that a field of the library keeps.
public class Scheduled { private readonly Func<CancellationToken, Task<string>> _work; public Scheduled(DigitalOceanClient client) => _work = cancel => client.GetStringAsync("/v2/snapshots", cancel); public Task<string> RunAsync() => _work(default); }
public class Deferred(Func<Task<string>> work) { public Task<string> RunAsync() => work(); }
public class Options { public Func<DigitalOceanClient, Task<string>>? Load { get; set; } }
public class Loader(DigitalOceanClient client, Options options) { public Task<string> RunAsync() => options.Load!(client); }

// A request type of the library's own.
public sealed class VolumeRequest(HttpMethod method, string rest) : HttpRequestMessage(method, "/v2/volumes" + rest);
public static class Api
{
    public static Task<string> ReadAsync(this DigitalOceanClient client, params string[] parts) => client.GetStringAsync(Routes.Root + string.Join('/', parts));
    public static async Task SendAsync(this DigitalOceanClient client, string verb, string rest, object? body = null) { using var request = new HttpRequestMessage(new HttpMethod(verb), Routes.Of(rest)); if (body is not null) { request.Content = JsonContent.Create(body); } using var response = await client.SendAsync(request); response.EnsureSuccessStatusCode(); }
    public static RouteGroupBuilder MapVolumes(this IEndpointRouteBuilder routes, string prefix = "/volumes") { var group = routes.MapGroup(prefix); group.MapGet("/", (IVolumes volumes) => volumes.ListAsync()); return group; } // or: DOO103 #library
}
