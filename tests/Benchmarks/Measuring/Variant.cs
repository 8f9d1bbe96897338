namespace DoOAuth.Benchmarks.Measuring;

/// <summary>One of the things that an experiment compares.</summary>
/// <param name="Name">What it is called in the tables.</param>
/// <param name="MeasureAsync">Does it, as often as it takes to measure it, and tells what one operation took.</param>
internal sealed record Variant(string Name, Func<Task<Measure>> MeasureAsync);
