namespace DoOAuth.Tests.Fuzzing;

/// <summary>Texts by which it shows that something got out, whatever was put around them.</summary>
internal static class Markers
{
    /// <summary>Part of every token, code and secret.</summary>
    public const string Secret = "s3cr3t-m4rk";

    /// <summary>Part of what the provider says for people to read.</summary>
    public const string ProvidersWords = "pr0v1d3r-w0rds";
}
