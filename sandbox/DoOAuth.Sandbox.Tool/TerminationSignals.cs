using System.Runtime.InteropServices;

namespace DoOAuth.Sandbox.Tool;

/// <summary>Ctrl+C, and what else asks a process to end: SIGTERM, SIGHUP, SIGQUIT.</summary>
internal sealed class TerminationSignals : IDisposable
{
    // What shells report for a process that a signal has ended.
    private const int SignalBase = 128;

    private readonly TaskCompletionSource<int> _signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Listens from now on.</summary>
    public TerminationSignals()
    {
        Register(PosixSignal.SIGHUP, 1);
        Register(PosixSignal.SIGINT, 2);
        Register(PosixSignal.SIGQUIT, 3);
        Register(PosixSignal.SIGTERM, 15);
    }

    /// <summary>Ends at the first signal, with the exit code that tells of it.</summary>
    public Task<int> Signalled => _signalled.Task;

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Register(PosixSignal signal, int number) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            // The process ends by itself, once it has ended its child; a second signal ends it at once.
            context.Cancel = _signalled.TrySetResult(SignalBase + number);
        }));
}
