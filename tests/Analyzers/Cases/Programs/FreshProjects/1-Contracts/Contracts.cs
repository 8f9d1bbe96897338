namespace Contracts;

public interface ILoadBalancers { Task<string> ListAsync(CancellationToken cancel); Task DropAsync(Guid id, CancellationToken cancel); }
public interface IClock { DateTimeOffset Now { get; } }
public record Query<T>(int Page);
public abstract class Job { public async Task RunAsync() { await BeforeAsync(); await WorkAsync(); } protected virtual Task BeforeAsync() => Task.CompletedTask; protected abstract Task WorkAsync(); }
public static class ApiPaths { public const string Root = "/v2"; public static string Of(string name) => $"{Root}/{name}"; }
