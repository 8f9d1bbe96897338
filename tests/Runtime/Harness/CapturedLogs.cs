using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests.Harness;

/// <summary>Everything that an app logs, down to Trace, with exceptions and structured values.</summary>
internal sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    /// <summary>What this library logs.</summary>
    public IReadOnlyList<LogLine> Own => [.. _lines.Where(line => line.Category.StartsWith("DoOAuth", StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join('|', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
            lines.Enqueue(new LogLine(category, logLevel, eventId.Id, formatter(state, exception), $"{values} {exception}"));
        }
    }
}

/// <param name="Rest">Structured values and the exception, as a log that keeps all would.</param>
internal sealed record LogLine(string Category, LogLevel Level, int Id, string Message, string Rest)
{
    public string All => $"{Category} {Level} {Message} {Rest}";
}
