namespace Fleet.Contracts;

public interface IClusterReader { Task<string> AllAsync(CancellationToken cancel = default); Task<string> ConfigAsync(Guid id); }
public interface IClusterWriter { Task UpgradeAsync(Guid id, string version); }
public interface ITelemetry { Task<string> CpuAsync(long host); }
public interface IClock { DateTimeOffset Now { get; } }
public abstract class Job { public async Task<string> RunAsync() { await Task.Yield(); return await WorkAsync(); } protected abstract Task<string> WorkAsync(); }
