using System.Text.Json.Nodes;

namespace DoOAuth.Templates.Staging.Linting;

/// <summary>Every language has the same strings, each for something that there is, and nothing that a person reads lacks one.</summary>
internal static class LocalizationRule
{
    private static readonly string[] OfTheTemplate = ["author", "name", "description"];
    private static readonly string[] OfASymbol = ["displayName", "description"];

    public static IEnumerable<LintFault> Check(TemplateFolder template)
    {
        if (template.Strings.Count == 0)
        {
            return [];
        }

        var all = template.Strings.Values.SelectMany(strings => strings.Select(entry => entry.Key)).ToHashSet(StringComparer.Ordinal);
        var possible = Possible(template.Template).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. template.Strings.SelectMany(language => language.Value.Select(entry => entry.Key).Where(key => !possible.Contains(key))
                .Select(key => new LintFault(FileOf(template, language.Key), 0, $"'{key}' has no counterpart in the template."))),
            .. template.Strings.SelectMany(language => all.Union(Expected(template.Template), StringComparer.Ordinal).Where(key => possible.Contains(key) && !language.Value.ContainsKey(key))
                .Select(key => new LintFault(FileOf(template, language.Key), 0, $"'{key}' is missing."))),
        ];
    }

    private static string FileOf(TemplateFolder template, string language) => $"{template.Name}/{TemplateFolder.ConfigurationFolder}/localize/templatestrings.{language}.json";

    // The texts of choices can stay in English if they are names.
    private static IEnumerable<string> Expected(JsonObject template) => Possible(template).Where(key => !key.Contains("/choices/", StringComparison.Ordinal));

    private static IEnumerable<string> Possible(JsonObject template)
    {
        foreach (var property in OfTheTemplate.Where(template.ContainsKey))
        {
            yield return property;
        }

        foreach (var (name, symbol) in (template["symbols"] as JsonObject ?? []).Where(symbol => symbol.Value?["type"]?.GetValue<string>() == "parameter"))
        {
            foreach (var property in Words(symbol))
            {
                yield return $"symbols/{name}/{property}";
            }

            foreach (var choice in symbol?["choices"] as JsonArray ?? [])
            {
                foreach (var property in Words(choice))
                {
                    yield return $"symbols/{name}/choices/{choice!["choice"]}/{property}";
                }
            }
        }

        foreach (var action in template["postActions"] as JsonArray ?? [])
        {
            yield return $"postActions/{action!["id"]}/description";
            foreach (var instruction in action["manualInstructions"] as JsonArray ?? [])
            {
                yield return $"postActions/{action["id"]}/manualInstructions/{instruction?["id"]?.GetValue<string>() ?? "default"}/text";
            }
        }
    }

    private static IEnumerable<string> Words(JsonNode? node) => OfASymbol.Where(property => node is JsonObject value && value.ContainsKey(property));
}
