namespace Contracts;

public interface IVolumes { Task<string> ListAsync(CancellationToken cancel = default); Task DropAsync(Guid id); }
public interface INotes { Task<string> ListAsync(); }
public interface IRepository<T> { Task<string> AllAsync(); }
public interface IRequestOf<T>;
public interface IHandlerOf<TRequest, T> where TRequest : IRequestOf<T> { Task<T> HandleAsync(TRequest request); }
public record ListSnapshots : IRequestOf<string>;
public record Hello : IRequestOf<string>;
public record Volume;
public record Note;
public static class Routes { public const string Root = "/v2/"; public static string Of(string rest) => Root + rest; public static readonly string Volumes = Of("volumes"); }
public abstract class ResourceBase { protected abstract string Path { get; } protected string One(Guid id) => $"{Path}/{id}"; }
