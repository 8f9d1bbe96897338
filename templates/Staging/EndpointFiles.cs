using System.Globalization;
using System.Text.Json.Nodes;

namespace DoOAuth.Templates.Staging;

/// <summary>
/// A file for each operation that is chosen at once. The template engine makes as many files as there are sources, so there is a source for the
/// first operation, the second, and so on. A table that regular expressions look into takes milliseconds; a switch with a case for each operation
/// took three seconds.
/// </summary>
internal static class EndpointFiles
{
    /// <summary>The most operations that can be chosen at once.</summary>
    public const int Most = 10;

    private const string Source = "DoOAuthEndpoint_FileName.cs";
    private const string Keywords =
        "^(abstract|as|base|bool|break|byte|case|catch|char|checked|class|const|continue|decimal|default|delegate|do|double|else|enum|event|explicit|extern|false|finally|fixed|float|for|foreach|goto|if|implicit|in|int|interface|internal|is|lock|long|namespace|new|null|object|operator|out|override|params|private|protected|public|readonly|ref|return|sbyte|sealed|short|sizeof|stackalloc|static|string|struct|switch|this|throw|true|try|typeof|uint|ulong|unchecked|unsafe|ushort|using|virtual|void|volatile|while)$";

    /// <summary>Adds the sources and their symbols.</summary>
    /// <param name="folder">The template's folder.</param>
    /// <param name="template">Its template.json.</param>
    /// <param name="table">The symbol with the chosen operations and the table.</param>
    /// <param name="lineEnd">What is between the lines of a row's code.</param>
    public static void Add(string folder, JsonObject template, string table, char lineEnd)
    {
        var symbols = template["symbols"]!.AsObject();
        var modifiers = template["sources"]![0]!["modifiers"]!.AsArray();
        var outputs = template["primaryOutputs"]!.AsArray();
        var source = File.ReadAllText(Path.Combine(folder, Source));
        File.Delete(Path.Combine(folder, Source));
        for (var number = 1; number <= Most; number++)
        {
            var place = number.ToString("00", CultureInfo.InvariantCulture);
            File.WriteAllText(Path.Combine(folder, $"DoOAuthEndpoint_FileName{place}_.cs"), source.Replace("DoOAuthEndpoint_Code", $"DoOAuthEndpoint_Code{place}_", StringComparison.Ordinal));
            AddSymbols(symbols, table, number, place, lineEnd);
            modifiers.Add(new JsonObject { ["condition"] = $"(!HasOperation{place})", ["exclude"] = new JsonArray($"DoOAuthEndpoint_FileName{place}_.cs") });
            outputs.Add(new JsonObject { ["condition"] = $"(HasOperation{place} && !HasTooMany)", ["path"] = $"DoOAuthEndpoint_FileName{place}_.cs" });
        }

        symbols["HasTooMany"] = Generated("regexMatch", new JsonObject { ["source"] = table, ["pattern"] = $"\\A([^\n]+\n){{{Most + 1}}}" }, isBool: true);
        symbols["maps"] = Renaming(Regex("methods", ("\n+$", ""), ("(?m)^(.+)$", "    app.Map$1();")), "DoOAuthEndpoint_Maps");
        symbols["methods"] = Join([.. Places().Select(place => $"methodName{place}")]);
        symbols["declarations"] = Renaming(
            Regex("declarationLines", ("\n\n+", "\n"), ("\n+$", ""), (" \\[", "\n["), ("(?m)^(.*)\n(?=(?:.*\n)*\\1$)", ""), ("(?m)^(?=.)", "    ")), "DoOAuthEndpoint_Declarations");
        symbols["declarationLines"] = Join([.. Places().Select(place => $"declarations{place}")]);
    }

    private static IEnumerable<string> Places() => Enumerable.Range(1, Most).Select(number => number.ToString("00", CultureInfo.InvariantCulture));

    private static void AddSymbols(JsonObject symbols, string table, int number, string place, char lineEnd)
    {
        // The first lines are what was chosen, then there is an empty one. A place without an operation leaves the table, which then goes.
        symbols[$"row{place}"] = Regex(table,
            ($"(?s)\\A(?:[^\n]+\n){{{number - 1}}}([^\n]+)\n.*?\n\\1\t([^\n]*)\n.*\\z", "$2"), ("(?s)\\A.*\n.*\\z", ""));
        symbols[$"HasOperation{place}"] = Generated("regexMatch", new JsonObject { ["source"] = $"row{place}", ["pattern"] = "." }, isBool: true);
        symbols[$"operationName{place}"] = Regex($"row{place}", ("\\A([^\t]*)\t.*\\z", "$1"));
        symbols[$"declarations{place}"] = Regex($"row{place}", ("\\A[^\t]*\t([^\t]*)\t.*\\z", "$1"));

        // A name of one's own is that of a single operation.
        symbols[$"fileName{place}"] = Renaming(
            number == 1
                ? Generated("coalesce", new JsonObject { ["sourceVariableName"] = "nameOfOne", ["defaultValue"] = "DigitalOceanEndpoint", ["fallbackVariableName"] = "operationName01" })
                : Regex($"operationName{place}"),
            $"DoOAuthEndpoint_FileName{place}_");
        symbols[$"methodName{place}"] = Regex($"fileName{place}", ("[^\\p{L}\\p{Nd}_]", "_"), ("^(?=\\p{Nd})", "_"));
        symbols[$"typeName{place}"] = Regex($"methodName{place}", (Keywords, "@$1"));
        symbols[$"named{place}"] = Join($"typeName{place}", $"methodName{place}", $"row{place}");
        var code = Regex($"named{place}",
            ($"(?s){EndpointCode.TypeName}(?<=\\A([^\n]*)\n.*)", "$1"),
            ($"(?s){EndpointCode.MethodName}(?<=\\A[^\n]*\n([^\n]*)\n.*)", "$1"),
            ("(?s)\\A[^\n]*\n[^\n]*\n[^\t]*\t[^\t]*\t", ""),
            (lineEnd.ToString(), "\n"));
        code["replaces"] = $"DoOAuthEndpoint_Code{place}_";
        symbols[$"code{place}"] = code;
    }

    private static JsonObject Join(params string[] names) => Generated("join", new JsonObject
    {
        ["symbols"] = new JsonArray([.. names.Select(name => new JsonObject { ["type"] = "ref", ["value"] = name })]),
        ["separator"] = "\n",
    });

    private static JsonObject Regex(string source, params (string Pattern, string Replacement)[] steps) => Generated("regex", new JsonObject
    {
        ["source"] = source,
        ["steps"] = new JsonArray([.. steps.Select(step => new JsonObject { ["regex"] = step.Pattern, ["replacement"] = step.Replacement })]),
    });

    private static JsonObject Renaming(JsonObject symbol, string token)
    {
        symbol["fileRename"] = token;
        return symbol;
    }

    private static JsonObject Generated(string generator, JsonObject parameters, bool isBool = false)
    {
        var symbol = new JsonObject { ["type"] = "generated", ["generator"] = generator, ["parameters"] = parameters };
        if (isBool)
        {
            symbol["datatype"] = "bool";
        }

        return symbol;
    }
}
