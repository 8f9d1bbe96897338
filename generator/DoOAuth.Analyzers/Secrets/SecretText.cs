using System.Text.RegularExpressions;

namespace DoOAuth.Analyzers.Secrets;

/// <summary>Distinguishes secrets from placeholders.</summary>
internal static class SecretText
{
    private static readonly Regex Token = new(
        "(?<![A-Za-z0-9_])(?<kind>do[por])_v1_[0-9a-f]{64}(?![A-Za-z0-9_])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // <client secret>, {secret}, [secret], ${SECRET}, %SECRET%, #{secret}#, xxxx, ****, your-secret, changeme.
    private static readonly Regex Placeholder = new(
        @"^\s*(<.*>|\$?\{.*\}|\$\(.*\)|\[.*\]|%.*%|#\{.*\}#|(?<same>.)\k<same>*|[xX*.\-_]+|(your|my own|change|replace|insert|enter|put|todo)[^A-Za-z].*|.*(placeholder|change[-_ ]?me).*)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline);

    /// <summary>Whether the text looks like a client secret: it is not empty, and not a placeholder.</summary>
    public static bool IsSecret(string? text) => !string.IsNullOrWhiteSpace(text) && !Placeholder.IsMatch(text);

    /// <summary>The kind of DigitalOcean token in the text, by its format, to start a sentence with; null if there is none.</summary>
    public static string? KindOfToken(string text) =>
        text.IndexOf("_v1_", StringComparison.Ordinal) < 0 || Token.Match(text) is not { Success: true } match
            ? null
            : match.Groups["kind"].Value switch
            {
                "dop" => "A personal access token for DigitalOcean",
                "doo" => "An access token for DigitalOcean",
                _ => "A refresh token for DigitalOcean",
            };
}
