using System.Text.Json;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>What holds of every answer of the callback, whatever it was sent.</summary>
internal static class CallbackRules
{
    /// <summary>The end of a case in which everything was right.</summary>
    public const string SignedIn = "signed in, rightly,";

    private static readonly int[] StatedFailures = [400, 403, 502, 503, 504];

    private static readonly HashSet<string> Reasons =
    [
        FailureReasons.AccessDenied, FailureReasons.LoginRequired, FailureReasons.ConsentRequired, FailureReasons.StateMismatch, FailureReasons.InvalidGrant,
        FailureReasons.InvalidClient, FailureReasons.ScopeMissing, FailureReasons.ProviderUnreachable, FailureReasons.ProviderError,
    ];

    /// <summary>Checks the answer, and gives it in a word: signed in, or the status and the reason.</summary>
    public static string Check(InProcessAnswer answer, bool maySignIn, LogWatch log)
    {
        Assert.Empty(log.Bad);
        foreach (var marker in new[] { Markers.Secret, Markers.ProvidersWords })
        {
            Assert.DoesNotContain(marker, answer.ToString(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(answer.Headers, header => Assert.DoesNotContain(header.Value.ToString(), char.IsControl));
        Assert.Contains("no-store", answer.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        if (answer.Session is not null)
        {
            Assert.True(maySignIn, "Somebody is signed in, and should not be.");
            Assert.Equal(302, answer.Status);
            Assert.Equal("/", answer.Headers.Location);
            return SignedIn;
        }

        Assert.Contains(answer.Status, StatedFailures);
        Assert.Empty(answer.Headers.Location.ToString());
        if (answer.Headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal))
        {
            Assert.StartsWith("default-src 'none'", answer.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
            return $"{answer.Status} as a page";
        }

        using var problem = JsonDocument.Parse(answer.Body);
        var reason = problem.RootElement.GetProperty("reason").GetString()!;
        Assert.Contains(reason, Reasons);
        return $"{answer.Status} {reason}";
    }
}
