using System.Globalization;
using System.Text.RegularExpressions;
using DoOAuth.Templates.Tests.Combinations;
using DoOAuth.Templates.Tests.Engine;

namespace DoOAuth.Templates.Tests;

/// <summary><c>dotnet new do-oauth --http-port --https-port</c>: the ports that were asked for, in every file.</summary>
public sealed partial class GivenPortTests(InProcessEngine engine) : IClassFixture<InProcessEngine>
{
    [Fact]
    public async Task The_ports_that_were_given_stand_everywhere()
    {
        var output = await CreateAsync(("httpPort", "8123"), ("httpsPort", "8443"));

        Assert.Equal(["8123"], Ports(output, "http"));
        Assert.Equal(["8443"], Ports(output, "https"));
        Assert.Contains("\"https://localhost:8443;http://localhost:8123\"", output.Files["Properties/launchSettings.json"], StringComparison.Ordinal);
        Assert.Contains("`https://localhost:8443/callback`", output.Files["README.md"], StringComparison.Ordinal);
        Assert.Contains("@app = http://localhost:8123", output.Files["Acme.Reef.http"], StringComparison.Ordinal);
        Assert.Contains("\"8123:8080\"", output.Files["compose.yaml"], StringComparison.Ordinal);
        Assert.Contains("http://localhost:8123", output.Instructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_port_that_was_not_given_is_chosen()
    {
        var output = await CreateAsync(("httpPort", "8123"));

        Assert.Equal(["8123"], Ports(output, "http"));

        // The last is for a machine with none free; for this process the engine gives each port out once.
        Assert.InRange(int.Parse(Assert.Single(Ports(output, "https")), CultureInfo.InvariantCulture), 7001, 7301);
    }

    private Task<TemplateOutput> CreateAsync(params (string Name, string Value)[] ports)
    {
        var options = AppOptions.Default with { Store = "redis", Docker = "alpine", OpenApi = true };
        var parameters = new Dictionary<string, string?>(options.Parameters, StringComparer.Ordinal);
        foreach (var (name, value) in ports)
        {
            parameters[name] = value;
        }

        return engine.CreateAsync("do-oauth", "Acme.Reef", parameters);
    }

    private static IEnumerable<string> Ports(TemplateOutput output, string scheme) =>
        output.Files.Values.Append(output.Instructions).SelectMany(text => Address().Matches(text))
            .Where(address => address.Groups[1].Value == scheme).Select(address => address.Groups[2].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("(https?)://localhost:([0-9]+)")]
    private static partial Regex Address();
}
