using System.Diagnostics;

namespace DoOAuth.Benchmarks.Measuring;

/// <summary>
/// Measures operations of some microseconds, whose differences are smaller than what the machine changes within a second: by turns, a slice of some
/// hundred of each at a time, and of all slices the median. Every slice begins with another operation, and every
/// other slice goes the other way round: none always follows the same.
/// </summary>
/// <param name="operations">The operations, which have to be done when they return: bytes are counted on one thread.</param>
internal sealed class TakingTurns(IReadOnlyList<(string Name, Func<Task> RunAsync)> operations)
{
    private readonly Dictionary<string, Measure> _round = new(StringComparer.Ordinal);
    private bool _isWarm;

    /// <summary>How many of an operation follow each other.</summary>
    public int PerSlice { get; init; } = 200;

    /// <summary>How many slices of each there are in a round.</summary>
    public int Slices { get; init; } = 100;

    /// <summary>The operations as an experiment takes them: whichever is asked for first measures all of them.</summary>
    public IReadOnlyList<Variant> Variants => [.. operations.Select(operation => new Variant(operation.Name, () => MeasureAsync(operation.Name)))];

    private async Task<Measure> MeasureAsync(string name)
    {
        if (!_isWarm)
        {
            await TierUp.RunAsync([.. operations.Select(operation => (Func<Task>)(() => RepeatAsync(operation.RunAsync, Slices * PerSlice / 4)))]);
            _isWarm = true;
        }

        if (_round.Count == 0)
        {
            await RunRoundAsync();
        }

        return _round.Remove(name, out var measure) ? measure : throw new InvalidOperationException($"\"{name}\" is measured twice in a round.");
    }

    private static async Task RepeatAsync(Func<Task> run, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await run();
        }
    }

    private async Task RunRoundAsync()
    {
        var times = operations.Select(_ => new double[Slices]).ToArray();
        var bytes = new long[operations.Count];
        for (var slice = 0; slice < Slices; slice++)
        {
            for (var turn = 0; turn < operations.Count; turn++)
            {
                var ahead = (slice + turn) % operations.Count;
                var place = slice % 2 == 0 ? ahead : operations.Count - 1 - ahead;
                var run = operations[place].RunAsync;
                var thread = Environment.CurrentManagedThreadId;
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                await RepeatAsync(run, PerSlice);
                times[place][slice] = Stopwatch.GetElapsedTime(start).TotalSeconds;
                bytes[place] += GC.GetAllocatedBytesForCurrentThread() - before;
                if (thread != Environment.CurrentManagedThreadId)
                {
                    throw new InvalidOperationException($"\"{operations[place].Name}\" goes on elsewhere: its bytes cannot be counted.");
                }
            }
        }

        for (var place = 0; place < operations.Count; place++)
        {
            Array.Sort(times[place]);
            _round.Add(operations[place].Name, new Measure(
                TimeSpan.FromSeconds(times[place][Slices / 2] / PerSlice),
                (double)bytes[place] / Slices / PerSlice));
        }
    }
}
