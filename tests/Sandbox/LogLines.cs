using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Sandbox.Tests;

/// <summary>Everything that a sandbox logs, down to the last level.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines.Select(line => line.Text)];

    public IReadOnlyList<string> Warnings => [.. _lines.Where(line => line.Level == LogLevel.Warning).Select(line => line.Text)];

    public ILogger CreateLogger(string categoryName) => new Writer(_lines);

    public void Dispose()
    {
    }

    private sealed class Writer(ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception) + exception));
    }
}
