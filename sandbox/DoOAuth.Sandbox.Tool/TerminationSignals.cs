using System.Runtime.InteropServices;

namespace DoOAuth.Sandbox.Tool;

/// <summary>Handles Ctrl+C and the other signals that stop a process: SIGTERM, SIGHUP and SIGQUIT.</summary>
internal sealed class TerminationSignals : IDisposable
{
    // Shells add the number of the signal to this for the exit code.
    private const int SignalBase = 128;

    private readonly TaskCompletionSource<int> _signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Starts to handle the signals.</summary>
    public TerminationSignals()
    {
        Register(PosixSignal.SIGHUP, 1);
        Register(PosixSignal.SIGINT, 2);
        Register(PosixSignal.SIGQUIT, 3);
        Register(PosixSignal.SIGTERM, 15);
    }

    /// <summary>Completes at the first signal, with the exit code for it.</summary>
    public Task<int> Signalled => _signalled.Task;

    /// <summary>Stops handling the signals.</summary>
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
            // The process exits after it has stopped its child. A second signal stops it immediately.
            context.Cancel = _signalled.TrySetResult(SignalBase + number);
        }));
}
