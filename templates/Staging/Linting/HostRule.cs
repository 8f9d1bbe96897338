using System.Text.Json.Nodes;

namespace DoOAuth.Templates.Staging.Linting;

/// <summary>The files for the command line and for editors speak of parameters that there are, each by a name of its own.</summary>
internal static class HostRule
{
    public static IEnumerable<LintFault> Check(TemplateFolder template)
    {
        foreach (var (file, host) in template.Hosts)
        {
            var path = $"{template.Name}/{TemplateFolder.ConfigurationFolder}/{file}";
            var named = host["symbolInfo"] switch
            {
                JsonObject byName => byName.Select(symbol => symbol.Key),
                JsonArray list => list.Select(symbol => symbol?["id"]?.GetValue<string>() ?? ""),
                _ => [],
            };
            if (host["disableHttpsSymbol"]?.GetValue<string>() is { } https)
            {
                named = named.Append(https);
            }

            foreach (var name in named.Where(name => !IsParameter(template, name)))
            {
                yield return new(path, 0, $"'{name}' is not a parameter of the template.");
            }

            foreach (var property in new[] { "longName", "shortName" })
            {
                foreach (var repeated in Names(host, property).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
                {
                    yield return new(path, 0, $"Two parameters have the {property} '{repeated.Key}'.");
                }
            }
        }
    }

    private static bool IsParameter(TemplateFolder template, string name) =>
        template.Symbols.TryGetValue(name, out var symbol) && symbol["type"]?.GetValue<string>() == "parameter";

    private static IEnumerable<string> Names(JsonObject host, string property) => host["symbolInfo"] is JsonObject symbols
        ? symbols.Select(symbol => symbol.Value?[property]?.GetValue<string>()).OfType<string>().Where(name => name.Length > 0)
        : [];
}
