using System.Collections.Concurrent;
using System.Diagnostics;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>
/// Waits for the same time, again and again. Task.Delay goes by a clock that may move in steps of 4 ms, so that 5 ms become 8; a thread's sleep is
/// right to a tenth of a millisecond, and no more than one late where many wait.
/// </summary>
internal sealed class PunctualWait : IDisposable
{
    private readonly BlockingCollection<(long Due, TaskCompletionSource Waiting)> _waiting = [];
    private readonly TimeSpan _time;
    private readonly Thread _thread;

    public PunctualWait(TimeSpan time)
    {
        _time = time;
        _thread = new Thread(Run) { IsBackground = true, Name = nameof(PunctualWait), Priority = ThreadPriority.AboveNormal };
        _thread.Start();
    }

    /// <summary>Waits.</summary>
    public Task WaitAsync()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add((Stopwatch.GetTimestamp() + (long)(_time.TotalSeconds * Stopwatch.Frequency), waiting));
        return waiting.Task;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _waiting.Dispose();
    }

    // All wait equally long, so the first to come is the first to go.
    private void Run()
    {
        foreach (var (due, waiting) in _waiting.GetConsumingEnumerable())
        {
            while (due - Stopwatch.GetTimestamp() is > 0 and var left)
            {
                Thread.Sleep((int)Math.Ceiling(left * 1_000.0 / Stopwatch.Frequency));
            }

            waiting.SetResult();
        }
    }
}
