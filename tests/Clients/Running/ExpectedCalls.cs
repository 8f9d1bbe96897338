namespace DoOAuth.Clients.Tests.Running;

/// <summary>The file <c>calls.tsv</c> of a driver: each call, and what it must return.</summary>
internal static class ExpectedCalls
{
    /// <summary>What a result begins with that the sandbox gets wrong. The text after it is part of what the client gets today.</summary>
    public const string Wrong = "wrong: ";

    public static IReadOnlyList<(string Call, string Text)> Of(string client) =>
        [.. File.ReadLines(Path.Combine(ForeignClient.Drivers, client, "calls.tsv")).Skip(1).Select(line => line.Split('\t', 2)).Select(cells => (cells[0], cells[1]))];
}
