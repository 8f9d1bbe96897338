using DoOAuth.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Docs.Tests.Compiling;

/// <summary>What a block says that the compiler says of it, as in <c>```csharp error=DOO002</c>.</summary>
internal sealed record Expectation(DiagnosticSeverity Severity, string Id)
{
    /// <summary>What the block announces; null if it should compile without a message.</summary>
    public static Expectation? Of(PageBlock block)
    {
        if (block.Arguments.Length == 0)
        {
            return null;
        }

        return block.Arguments.Split('=') is [var severity, var id] && Enum.TryParse<DiagnosticSeverity>(severity, ignoreCase: true, out var parsed)
            ? new(parsed, id)
            : throw new FormatException($"{block}: '{block.Arguments}' announces nothing that is known here; write error=ID, warning=ID or info=ID.");
    }
}
