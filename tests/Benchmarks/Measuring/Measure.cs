namespace DoOAuth.Benchmarks.Measuring;

/// <summary>What one operation took.</summary>
/// <param name="Time">How long it took.</param>
/// <param name="Bytes">How many bytes it allocated, or how large its result is; null if it is not measured.</param>
/// <param name="CutOffShare">The share of what was timed that was not waited for to the end, and took longer.</param>
internal readonly record struct Measure(TimeSpan Time, double? Bytes = null, double CutOffShare = 0);
