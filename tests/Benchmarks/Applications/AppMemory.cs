namespace DoOAuth.Benchmarks.Applications;

/// <summary>What a process has in memory, in bytes.</summary>
/// <param name="WorkingSet">All that is resident.</param>
/// <param name="Private">What of it no other process shares.</param>
internal readonly record struct AppMemory(long WorkingSet, long Private);
