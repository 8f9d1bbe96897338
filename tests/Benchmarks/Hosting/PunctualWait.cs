using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>
/// Waits for the same time, again and again. Task.Delay goes by a clock that may move in steps of 4 ms, so that 5 ms become 8. A thread's sleep is right
/// to a tenth of a millisecond, but only in whole ones: where the thread begins it late, since all processors are taken, it would end up to one late. So
/// Linux is asked for microseconds.
/// </summary>
internal sealed partial class PunctualWait : IDisposable
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
                Sleep(Stopwatch.GetElapsedTime(0, left));
            }

            waiting.SetResult();
        }
    }

    private static void Sleep(TimeSpan time)
    {
        if (!OperatingSystem.IsLinux())
        {
            Thread.Sleep((int)Math.Ceiling(time.TotalMilliseconds));
            return;
        }

        var whole = (long)time.TotalSeconds;
        var sleep = new TimeSpec((nint)whole, (nint)((time - TimeSpan.FromSeconds(whole)).Ticks * TimeSpan.NanosecondsPerTick));

        // A signal may end it early; whoever calls looks whether time is left.
        _ = NanoSleep(in sleep, 0);
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NanoSleep(in TimeSpec time, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
