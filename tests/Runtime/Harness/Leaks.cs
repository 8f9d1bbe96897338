using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests.Harness;

/// <summary>Looks for what must not get out.</summary>
internal static class Leaks
{
    /// <summary>Nothing that the provider issued, and none of <paramref name="foreign"/>, is in the answer or in this library's log.</summary>
    public static void AssertNone(Page answer, TestApp app, ScriptedProvider provider, params string[] foreign)
    {
        foreach (var secret in provider.Secrets.Concat(foreign))
        {
            Assert.DoesNotContain(secret, answer.AllText, StringComparison.OrdinalIgnoreCase);
        }

        AssertNone(app, provider, foreign);
    }

    /// <summary>Nothing of it is in the log: of ours down to Trace, of the framework's from Information up.</summary>
    public static void AssertNone(TestApp app, ScriptedProvider provider, params string[] foreign)
    {
        var lines = app.Logs.Lines;
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            var isOurs = line.Category.StartsWith("DoOAuth", StringComparison.Ordinal);
            if (!isOurs && line.Level < LogLevel.Information)
            {
                continue;
            }

            // The host's own request log shows query strings, codes and errors among them; docs/security.md says how to silence it.
            var showsAddresses = line.Category.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal);
            foreach (var secret in showsAddresses ? provider.Secrets.Where(IsNeverInAddresses) : provider.Secrets.Concat(foreign))
            {
                Assert.False(line.All.Contains(secret, StringComparison.OrdinalIgnoreCase), $"'{secret}' is in the log: {line.All}");
            }
        }
    }

    private static bool IsNeverInAddresses(string secret) => !secret.StartsWith("code-", StringComparison.Ordinal);
}
