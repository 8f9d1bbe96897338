namespace DoOAuth.Benchmarks.Measuring;

/// <summary>What one operation took.</summary>
/// <param name="Time">How long it took.</param>
/// <param name="Bytes">How many bytes it allocated, or how large its result is; nothing where it is not measured.</param>
internal readonly record struct Measure(TimeSpan Time, double? Bytes = null);
