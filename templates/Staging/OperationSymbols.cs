using System.Text.Json.Nodes;
using DoOAuth.Catalog;

namespace DoOAuth.Templates.Staging;

/// <summary>The choices of <c>--operation</c>, and what each of them writes into the endpoint.</summary>
internal static class OperationSymbols
{
    /// <summary>The parameter's name in template.json.</summary>
    public const string Parameter = "operation";

    // The generated symbol of template.json, and what it is for an operation.
    private static readonly Dictionary<string, Func<OperationText, string>> Values = new(StringComparer.Ordinal)
    {
        ["verb"] = operation => operation.Verb,
        ["method"] = operation => operation.Method,
        ["path"] = operation => operation.Path,
        ["route"] = operation => operation.Route,
        ["parameters"] = operation => operation.Parameters,
        ["address"] = operation => operation.Address,
        ["guards"] = operation => operation.Guards,
        ["declarations"] = operation => operation.Declarations,
        ["operationName"] = operation => operation.Name,
    };

    /// <summary>Writes choices and cases into template.json, where the template has the parameter.</summary>
    /// <exception cref="InvalidDataException">The template lacks one of the generated symbols.</exception>
    public static void Fill(string configuration, OperationCatalog catalog)
    {
        var file = Path.Combine(configuration, "template.json");
        var template = JsonFile.Read(file);
        if (template["symbols"]?[Parameter] is not JsonObject symbol)
        {
            return;
        }

        var operations = Offered(catalog).Select(operation => new OperationText(operation)).ToList();
        symbol["choices"] = new JsonArray([.. operations.Select(operation => new JsonObject { ["choice"] = operation.Id, ["description"] = operation.Description })]);
        foreach (var (name, value) in Values)
        {
            var parameters = template["symbols"]![name]?["parameters"] as JsonObject
                ?? throw new InvalidDataException($"{file}: the generated symbol '{name}' (generator switch) is missing; {nameof(OperationSymbols)} fills it.");
            parameters["cases"] = new JsonArray([.. operations.Select(value).Zip(operations)
                .GroupBy(pair => pair.First, pair => pair.Second.Id, StringComparer.Ordinal)
                .Select(group => new JsonObject
                {
                    ["condition"] = $"({string.Join(" || ", group.Select(id => $"{Parameter} == \"{id}\""))})",
                    ["value"] = group.Key,
                })]);
        }

        JsonFile.Write(file, template);
    }

    /// <summary>Every operation that DigitalOcean does not advise against: a call of one of those is a warning (DOO105).</summary>
    public static IEnumerable<OperationEntry> Offered(OperationCatalog catalog) => catalog.Entries.Where(operation => !operation.IsDeprecated);
}
