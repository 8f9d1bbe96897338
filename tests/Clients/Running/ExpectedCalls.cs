namespace DoOAuth.Clients.Tests.Running;

/// <summary>The file <c>calls.tsv</c> of a driver: each call, and what it must return.</summary>
internal static class ExpectedCalls
{
    public static IReadOnlyList<(string Call, string Text)> Of(string client) =>
        [.. File.ReadLines(Path.Combine(ForeignClient.Drivers, client, "calls.tsv")).Skip(1).Select(line => line.Split('\t', 2)).Select(cells => (cells[0], cells[1]))];
}
