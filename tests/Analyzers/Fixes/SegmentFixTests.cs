using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.CodeFixes;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>The fix of DOO106 writes the text with <c>DigitalOceanPath.Segment</c>, whatever the text is, and all of them at once.</summary>
public sealed class SegmentFixTests
{
    [Theory]
    [InlineData("string id", "$\"/v2/tags/{{|DOO106:id|}}\"", "$\"/v2/tags/{DigitalOceanPath.Segment(id)}\"")]
    [InlineData("string id", "\"/v2/droplets/\" + {|DOO106:id|} + \"/actions\"", "\"/v2/droplets/\" + DigitalOceanPath.Segment(id) + \"/actions\"")]
    [InlineData("string id, bool flag", "\"/v2/tags/\" + ({|DOO106:flag ? id : \"x\"|})", "\"/v2/tags/\" + DigitalOceanPath.Segment(flag ? id : \"x\")")]
    [InlineData("string id", "$\"/v2/tags/{{|DOO106:Uri.EscapeDataString(id)|}}\"", "$\"/v2/tags/{DigitalOceanPath.Segment(id)}\"")]
    [InlineData("object id", "$\"/v2/tags/{{|DOO106:id|}}\"", "$\"/v2/tags/{DigitalOceanPath.Segment($\"{id}\")}\"")]
    [InlineData("string a, string b", "$\"/v2/domains/{{|DOO106:a|}}/records/{{|DOO106:b|}}\"", "$\"/v2/domains/{DigitalOceanPath.Segment(a)}/records/{DigitalOceanPath.Segment(b)}\"")]
    public Task A_text_is_written_as_a_segment(string parameters, string before, string after) => AssertAsync(Program(parameters, before), Program(parameters, after));

    [Fact]
    public Task A_text_that_was_escaped_before_is_not_escaped_twice() => AssertAsync(
        Handler("string id, DigitalOceanClient client", "var tag = Uri.EscapeDataString(id); return client.GetStringAsync($\"/v2/tags/{{|DOO106:tag|}}\");"),
        Handler("string id, DigitalOceanClient client", "var tag = DigitalOceanPath.Segment(id); return client.GetStringAsync($\"/v2/tags/{tag}\");"));

    [Fact]
    public Task The_namespace_is_imported_once() => new ProjectFix<ApiUseAnalyzer, SegmentFix>(
        [
            """
            namespace Acme;

            public sealed class Tags(global::DoOAuth.DigitalOceanClient client)
            {
                public Task<string> Get(string id) => client.GetStringAsync($"/v2/tags/{{|DOO106:id|}}");

                public Task<string> Delete(string id) => client.GetStringAsync($"/v2/tags/{{|DOO106:id|}}");
            }
            """,
            Deck,
        ],
        [
            """
            using DoOAuth;

            namespace Acme;

            public sealed class Tags(global::DoOAuth.DigitalOceanClient client)
            {
                public Task<string> Get(string id) => client.GetStringAsync($"/v2/tags/{DigitalOceanPath.Segment(id)}");

                public Task<string> Delete(string id) => client.GetStringAsync($"/v2/tags/{DigitalOceanPath.Segment(id)}");
            }
            """,
            Deck,
        ])
    { IsToldAtTheEnd = true }.AssertAsync();

    private const string Deck = "[global::DoOAuth.DigitalOceanOAuth] [global::DoOAuth.DigitalOceanScope(\"api:read\")] public static partial class DropletDeck;";

    private static string Program(string parameters, string address) => Handler($"{parameters}, DigitalOceanClient client", $"return client.GetStringAsync({address});");

    private static string Handler(string parameters, string body) =>
        "using DoOAuth;\n\nvar app = WebApplication.Create();\napp.MapGet(\"/x\", (" + parameters + ") => { " + body + " });\n";

    private static Task AssertAsync(string before, string after) => new ProjectFix<ApiUseAnalyzer, SegmentFix>([before], [after]).AssertAsync();
}
