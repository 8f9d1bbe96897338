namespace DoOAuth.Tests.Fuzzing;

/// <summary>How many random cases are tried: some seconds' worth in every run, and 100,000 where <c>DOOAUTH_LONG</c> is 1.</summary>
internal static class Effort
{
    public static bool IsLong => Environment.GetEnvironmentVariable("DOOAUTH_LONG") == "1";

    public static int Cases => IsLong ? 100_000 : 3_000;
}
