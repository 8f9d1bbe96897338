using System.Text.Json.Nodes;
using DoOAuth.Templates.Staging.Linting;

namespace DoOAuth.Templates.Tests.Linting;

/// <summary>A small template with nothing wrong, of which tests spoil one thing.</summary>
internal sealed class SampleTemplate
{
    public JsonObject Template { get; } = (JsonObject)JsonNode.Parse("""
        {
          "name": "Sample",
          "sources": [ { "modifiers": [ { "condition": "(!tests)", "exclude": [ "tests/**" ] } ] } ],
          "symbols": {
            "store": {
              "type": "parameter", "datatype": "choice", "description": "Where sessions live.", "defaultValue": "cookie",
              "choices": [ { "choice": "cookie", "description": "In a cookie" }, { "choice": "redis", "description": "In Redis" } ]
            },
            "parts": {
              "type": "parameter", "datatype": "choice", "allowMultipleValues": true, "description": "Parts.", "defaultValue": "a|b",
              "choices": [ { "choice": "a" }, { "choice": "b" }, { "choice": "c" } ]
            },
            "tests": { "type": "parameter", "datatype": "bool", "description": "Adds tests." },
            "UsesRedis": { "type": "computed", "value": "(store == \"redis\" && parts == \"a\")" },
            "port": { "type": "generated", "generator": "port", "replaces": "5599" },
            "space": { "type": "derived", "valueSource": "name", "valueTransform": "safe_namespace", "replaces": "Sample_Space" }
          },
          "primaryOutputs": [ { "path": "App.csproj" } ],
          "postActions": [ { "id": "next", "description": "What is next.", "manualInstructions": [ { "text": "Run it." } ] } ]
        }
        """)!;

    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal)
    {
        ["App.csproj"] = "<Project>\n  <!--#if (UsesRedis) -->\n  <Redis />\n  <!--#else -->\n  <Cookie />\n  <!--#endif -->\n</Project>\n",
        ["Program.cs"] = "namespace Sample_Space;\n#if (UsesRedis)\n#if (tests)\n// both\n#endif\n#elseif (tests)\n// one\n#endif\n#region not a condition\n#endregion\n",
        ["settings.json"] = "{\n  //#if (tests)\n  \"port\": 5599\n  //#endif\n}\n",
        ["compose.yaml"] = "# a comment\n#if (tests)\ntests: yes\n#endif\n",
        ["app.css"] = "/*#if (tests) */\na { }\n/*#endif*/\n",
        ["tests/Tests.cs"] = "",
    };

    public Dictionary<string, JsonObject> Hosts { get; } = new(StringComparer.Ordinal)
    {
        ["dotnetcli.host.json"] = (JsonObject)JsonNode.Parse("""{ "symbolInfo": { "store": { "longName": "store", "shortName": "s" }, "tests": { "longName": "tests", "shortName": "" } } }""")!,
        ["ide.host.json"] = (JsonObject)JsonNode.Parse("""{ "symbolInfo": [ { "id": "store" } ] }""")!,
    };

    public Dictionary<string, JsonObject> Strings { get; } = new(StringComparer.Ordinal) { ["en"] = English(), ["de"] = English() };

    /// <summary>What the lint has to say of it.</summary>
    public IReadOnlyList<LintFault> Faults => TemplateLint.Check(new TemplateFolder("sample", Template, Files, Hosts, Strings));

    private static JsonObject English() => (JsonObject)JsonNode.Parse("""
        {
          "name": "Sample",
          "symbols/store/description": "Where sessions live.",
          "symbols/store/choices/cookie/description": "In a cookie",
          "symbols/store/choices/redis/description": "In Redis",
          "symbols/parts/description": "Parts.",
          "symbols/tests/description": "Adds tests.",
          "postActions/next/description": "What is next.",
          "postActions/next/manualInstructions/default/text": "Run it."
        }
        """)!;
}
