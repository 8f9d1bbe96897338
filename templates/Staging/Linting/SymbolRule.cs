using System.Text.Json.Nodes;

namespace DoOAuth.Templates.Staging.Linting;

/// <summary>Each symbol is complete and is used.</summary>
internal static class SymbolRule
{
    public static IEnumerable<LintFault> Check(TemplateFolder template)
    {
        var used = ConditionRule.Conditions(template).SelectMany(condition => condition.Symbols).ToHashSet(StringComparer.Ordinal);
        used.UnionWith(template.Symbols.Values.SelectMany(Sources));
        return template.Symbols.SelectMany(symbol => Check(template, symbol.Key, symbol.Value, used));
    }

    private static IEnumerable<LintFault> Check(TemplateFolder template, string name, JsonObject symbol, HashSet<string> used)
    {
        if (template.ChoicesOf(name) is { } choices)
        {
            if (choices.Count == 0)
            {
                yield return Fault($"'{name}' has no choices.");
            }

            foreach (var repeated in choices.GroupBy(choice => choice, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            {
                yield return Fault($"'{name}' has the choice '{repeated.Key}' twice.");
            }

            foreach (var value in Defaults(symbol).Where(value => !choices.Contains(value, StringComparer.Ordinal)))
            {
                yield return Fault($"The default '{value}' of '{name}' is not one of its choices.");
            }
        }

        if (Text(symbol, "type") == "parameter" && string.IsNullOrWhiteSpace(Text(symbol, "description")))
        {
            yield return Fault($"'{name}' has no description, so 'dotnet new {template.Name} -h' cannot describe it.");
        }

        foreach (var source in Sources(symbol).Where(source => source != "name" && !template.Symbols.ContainsKey(source)))
        {
            yield return Fault($"'{name}' takes its value from '{source}', which is not a symbol of the template.");
        }

        if (Text(symbol, "replaces") is { } replaced)
        {
            if (!template.Files.Any(file => file.Key.Contains(replaced, StringComparison.Ordinal) || file.Value.Contains(replaced, StringComparison.Ordinal)))
            {
                yield return Fault($"'{name}' replaces '{replaced}', which is not in any file.");
            }
        }
        else if (symbol["fileRename"] is null && !used.Contains(name))
        {
            yield return Fault($"'{name}' is not used: no condition and no symbol names it, and it replaces nothing.");
        }

        LintFault Fault(string message) => new(template.TemplateFile, 0, message);
    }

    private static IEnumerable<string> Defaults(JsonObject symbol) => new[] { Text(symbol, "defaultValue"), Text(symbol, "defaultIfOptionWithoutValue") }
        .SelectMany(value => symbol["allowMultipleValues"]?.GetValue<bool>() == true ? value?.Split('|') ?? [] : value is null ? [] : [value]);

    private static IEnumerable<string> Sources(JsonObject symbol)
    {
        var parameters = symbol["parameters"] as JsonObject;
        string?[] named = [Text(symbol, "valueSource"), Text(parameters, "source"), Text(parameters, "sourceVariableName"), Text(parameters, "fallbackVariableName")];
        var joined = (parameters?["symbols"] as JsonArray ?? []).OfType<JsonObject>().Where(part => Text(part, "type") == "ref").Select(part => Text(part, "value"));
        return named.Concat(joined).OfType<string>();
    }

    private static string? Text(JsonObject? value, string property) => value?[property] is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
}
