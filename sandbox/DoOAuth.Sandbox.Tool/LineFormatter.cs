using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace DoOAuth.Sandbox.Tool;

/// <summary>Writes one line for each entry of the log: the time and the message.</summary>
internal sealed class LineFormatter() : ConsoleFormatter(FormatterName)
{
    /// <summary>The name under which it is registered.</summary>
    public const string FormatterName = "sandbox";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write(TimeProvider.System.GetLocalNow().ToString("HH:mm:ss ", System.Globalization.CultureInfo.InvariantCulture));
        textWriter.Write(logEntry.Formatter(logEntry.State, logEntry.Exception));
        textWriter.WriteLine(logEntry.Exception is null ? "" : " " + logEntry.Exception);
    }
}
