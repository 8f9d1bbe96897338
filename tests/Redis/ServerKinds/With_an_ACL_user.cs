using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DoOAuth.Redis.Tests.ServerKinds;

/// <summary>A user that has what docs/several-machines.md lists, and nothing else.</summary>
public sealed partial class With_an_ACL_user : ServerKindTests
{
    private protected override async Task StartServersAsync()
    {
        Redis = await StartRedisAsync();
        await Redis.AdministerAsync(RuleOf(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "several-machines.md"))));
        Text = $"redis://deck:the-password@localhost:{Redis.Port}";
    }

    // What the list leaves out was not tried, but for the two that the page names, which StackExchange.Redis does without.
    private protected override async Task AfterAsync(Machine[] machines)
    {
        var refused = await Redis.AdministerAsync("--json", "ACL", "LOG", "128");
        Assert.All(
            JsonNode.Parse(refused)!.AsArray().Select(entry => (string?)entry!["object"]),
            what => Assert.Contains(what, new[] { "config|get", "__Booksleeve_TieBreak" }));
    }

    private static string[] RuleOf(string page)
    {
        var rule = AclRule().Match(page).Groups["rule"].Value;
        Assert.StartsWith("ACL SETUSER deck", rule, StringComparison.Ordinal);
        return rule.Replace("APP", "Fleet", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("`(?<rule>ACL SETUSER deck [^`]*)`")]
    private static partial Regex AclRule();
}
