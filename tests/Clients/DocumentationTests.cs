using System.Globalization;
using System.Reflection;
using DoOAuth.Clients.Tests.Running;

namespace DoOAuth.Clients.Tests;

/// <summary>docs/sandbox.md tells which clients work. What it says of each is compared with its list of calls.</summary>
public sealed class DocumentationTests
{
    private static readonly string Root = typeof(DocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    [Fact]
    public void The_page_has_a_row_for_each_client()
    {
        var rows = File.ReadLines(Path.Combine(Root, "docs", "sandbox.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 7 && cells[1] is ['`' or '@', ..])
            .Select(cells => (cells[1].Trim('`'), cells[2], cells[3], cells[5]))
            .ToHashSet();

        Assert.All(KnownClients.All, client =>
        {
            var calls = ExpectedCalls.Of(client.Name);
            var right = calls.Count(call => !call.Text.StartsWith(ExpectedCalls.Wrong, StringComparison.Ordinal));
            Assert.Contains((client.Name, client.Version, client.Source, string.Create(CultureInfo.InvariantCulture, $"{right} of {calls.Count}")), rows);
        });
    }

    [Fact]
    public void The_versions_are_those_that_are_installed()
    {
        var packages = File.ReadAllText(Path.Combine(ForeignClient.Drivers, "package.json"));
        var versions = File.ReadAllText(Path.Combine(Root, "Directory.Packages.props"));
        Assert.All(KnownClients.All.OfType<NpmClient>(), client => Assert.Contains($"\"{client.Name}\": \"{client.Version}\"", packages, StringComparison.Ordinal));
        Assert.All(KnownClients.All.OfType<NuGetClient>(), client => Assert.Contains($"Include=\"{client.Name}.AspNetCore\" Version=\"{client.Version}\"", versions, StringComparison.Ordinal));
    }
}
