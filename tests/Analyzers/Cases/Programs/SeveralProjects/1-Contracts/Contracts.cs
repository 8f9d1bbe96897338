namespace Contracts;

public interface IVolumes
{
    Task<string> AllAsync();

    Task<string> OneAsync(string id);
}

public interface IStore<T>
{
    Task<string> LoadAsync();
}

public sealed record Domain;

public sealed record Registry;

public sealed record ListFirewalls;

public interface ISends
{
    Task<string> SendAsync(object message);
}

public interface IProbe
{
    Task<string> ProbeAsync();
}
