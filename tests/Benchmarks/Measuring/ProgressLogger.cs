using BenchmarkDotNet.Loggers;

namespace DoOAuth.Benchmarks.Measuring;

/// <summary>Lets through which benchmark runs and what went wrong; the table is printed in the end.</summary>
internal sealed class ProgressLogger : ILogger
{
    private readonly ConsoleLogger _console = (ConsoleLogger)ConsoleLogger.Default;

    public string Id => nameof(ProgressLogger);

    public int Priority => 0;

    public void Write(LogKind logKind, string text)
    {
        if (logKind == LogKind.Error)
        {
            _console.Write(logKind, text);
        }
    }

    public void WriteLine() => Flush();

    public void WriteLine(LogKind logKind, string text)
    {
        if (logKind == LogKind.Error || text.StartsWith("// Benchmark: ", StringComparison.Ordinal))
        {
            _console.WriteLine(logKind, text);
        }
    }

    public void Flush() => _console.Flush();
}
