using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>
/// Reads every line as it is logged, and keeps only those that hold what they must not: this library's down to Trace, the framework's from
/// Information up. The host's own request log shows addresses, which docs/security.md tells how to silence.
/// </summary>
internal sealed class LogWatch : ILoggerProvider
{
    private long _read;

    public ConcurrentQueue<string> Bad { get; } = new();

    /// <summary>How many lines were read.</summary>
    public long Read => Interlocked.Read(ref _read);

    public ILogger CreateLogger(string categoryName) => new Watcher(
        this, categoryName, categoryName.StartsWith("DoOAuth", StringComparison.Ordinal) ? LogLevel.Trace
            : categoryName.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal) ? LogLevel.None : LogLevel.Information);

    public void Dispose()
    {
    }

    private void Look(string category, string message, string rest)
    {
        Interlocked.Increment(ref _read);
        var all = message + rest;
        if (all.Contains(Markers.Secret, StringComparison.OrdinalIgnoreCase)
            || all.Contains(Markers.ProvidersWords, StringComparison.OrdinalIgnoreCase)
            || message.Any(char.IsControl))
        {
            Bad.Enqueue($"{category}: {message} {rest}");
        }
    }

    private sealed class Watcher(LogWatch watch, string category, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join('|', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
                watch.Look(category, formatter(state, exception), $" {values} {exception}");
            }
        }
    }
}
