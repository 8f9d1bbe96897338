using System.Text.Json.Nodes;

namespace DoOAuth.Templates.Staging.Linting;

/// <summary>
/// Symbols are of kinds that the engine has: of one that it does not know it makes nothing, and the text that the symbol would
/// replace stays in the app.
/// </summary>
internal static class EngineRule
{
    /// <summary>What a generated symbol's <c>generator</c> can be; a test holds this against the engine of the SDK.</summary>
    public static readonly string[] Generators = ["casing", "coalesce", "constant", "guid", "join", "now", "port", "random", "regex", "regexMatch", "switch"];

    private static readonly string[] SymbolTypes = ["parameter", "generated", "computed", "derived", "bind"];

    private static readonly string[] DataTypes = ["bool", "boolean", "choice", "float", "hex", "int", "integer", "string", "text"];

    private static readonly string[] Forms =
    [
        "chain", "firstLowerCase", "firstLowerCaseInvariant", "firstUpperCase", "firstUpperCaseInvariant", "identity", "jsonEncode", "kebabCase", "lowerCase",
        "lowerCaseInvariant", "lower_safe_name", "lower_safe_namespace", "replace", "safe_name", "safe_namespace", "titleCase", "upperCase", "upperCaseInvariant", "xmlEncode",
    ];

    public static IEnumerable<LintFault> Check(TemplateFolder template)
    {
        var own = template.Template["forms"] as JsonObject ?? [];
        string[] named = [.. Forms, .. own.Select(form => form.Key)];
        return
        [
            .. template.Symbols.SelectMany(symbol => CheckSymbol(symbol.Key, symbol.Value, named)),
            .. own.Where(form => form.Value is JsonObject).SelectMany(form => CheckForm(form.Key, (JsonObject)form.Value!, named)),
        ];

        IEnumerable<LintFault> CheckSymbol(string name, JsonObject symbol, string[] forms)
        {
            var type = Text(symbol["type"]);
            var faults = Unknown(name, "type", type, SymbolTypes);
            return type switch
            {
                "parameter" => faults.Concat(Unknown(name, "datatype", Text(symbol["datatype"]), DataTypes)).Concat(CheckValueForms(name, symbol, forms)),
                "generated" => faults.Concat(Unknown(name, "generator", Text(symbol["generator"]), Generators)),
                "derived" => faults.Concat(Unknown(name, "valueTransform", Text(symbol["valueTransform"]), forms)),
                _ => faults,
            };
        }

        IEnumerable<LintFault> CheckValueForms(string name, JsonObject symbol, string[] forms) =>
            Listed(symbol["forms"]?["global"]).SelectMany(form => Unknown(name, "form", form, forms));

        IEnumerable<LintFault> CheckForm(string name, JsonObject form, string[] forms) =>
            Unknown(name, "identifier", Text(form["identifier"]), Forms).Concat(Listed(form["steps"]).SelectMany(step => Unknown(name, "step", step, forms)));

        IEnumerable<LintFault> Unknown(string name, string property, string? value, string[] known) => known.Contains(value, StringComparer.Ordinal)
            ? []
            : [new(template.TemplateFile, 0, $"The {property} of '{name}' is {(value is null ? "missing" : $"'{value}', which the engine does not know")}: use one of {string.Join(", ", known)}.")];
    }

    // A list of forms may stand alone, or as the property of that name.
    private static IEnumerable<string?> Listed(JsonNode? node) => node switch
    {
        JsonArray list => list.Select(Text),
        JsonObject value when value["forms"] is JsonArray list => list.Select(Text),
        _ => [],
    };

    private static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
}
