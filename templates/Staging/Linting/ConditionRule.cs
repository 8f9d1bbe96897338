using System.Text.Json.Nodes;

namespace DoOAuth.Templates.Staging.Linting;

/// <summary>Conditions name symbols that there are, and compare them with choices that there are.</summary>
internal static class ConditionRule
{
    public static IEnumerable<LintFault> Check(TemplateFolder template) => Conditions(template).SelectMany(condition => Check(template, condition));

    /// <summary>All conditions, in all files.</summary>
    public static IEnumerable<TemplateCondition> Conditions(TemplateFolder template) =>
    [
        .. template.Files.SelectMany(file => ConditionMarker.In(file.Key, file.Value)
            .Where(marker => marker.Keyword is "if" or "elseif")
            .Select(marker => new TemplateCondition($"{template.Name}/{file.Key}", marker.Line, marker.Text))),
        .. template.Symbols.Values.Where(symbol => symbol["type"]?.GetValue<string>() == "computed")
            .Select(symbol => new TemplateCondition(template.TemplateFile, 0, symbol["value"]?.GetValue<string>() ?? "")),
        .. In(template.Template).Select(text => new TemplateCondition(template.TemplateFile, 0, text)),
    ];

    // In sources, outputs, post actions and the cases of a switch the property has the same name.
    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(property => property is { Key: "condition", Value: JsonValue condition } ? [condition.GetValue<string>()] : In(property.Value)),
        JsonArray values => values.SelectMany(In),
        _ => [],
    };

    private static IEnumerable<LintFault> Check(TemplateFolder template, TemplateCondition condition)
    {
        if (!condition.IsClosed)
        {
            yield return new(condition.File, condition.Line, $"The condition '{condition.Text}' has unbalanced brackets or quotes.");
        }

        foreach (var symbol in condition.Symbols.Where(symbol => !template.Symbols.ContainsKey(symbol)))
        {
            yield return new(condition.File, condition.Line, $"The condition '{condition.Text}' names '{symbol}', which is not a symbol of the template: so it is always false.");
        }

        foreach (var (symbol, value) in condition.Comparisons)
        {
            if (template.ChoicesOf(symbol) is { } choices && !choices.Contains(value, StringComparer.Ordinal))
            {
                yield return new(condition.File, condition.Line, $"'{value}' in '{Short(condition.Text)}' is not a choice of '{symbol}'.");
            }
        }
    }

    private static string Short(string text) => text.Length < 120 ? text : text[..120] + "…";
}
