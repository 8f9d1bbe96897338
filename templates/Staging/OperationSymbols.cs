using System.Text.Json.Nodes;
using DoOAuth.Catalog;

namespace DoOAuth.Templates.Staging;

/// <summary>The choices of <c>--operation</c>, and what each of them writes into the endpoint.</summary>
internal static class OperationSymbols
{
    /// <summary>The parameter's name in template.json.</summary>
    public const string Parameter = "operation";

    private const string Table = "operationInTable";

    // The generated symbols of template.json take the columns of the table in this order. A table that regular expressions look into
    // takes milliseconds; a switch with a case for each operation took three seconds.
    private static readonly Func<OperationText, string>[] Columns =
    [
        operation => operation.Id,
        operation => operation.Name,
        operation => operation.Verb,
        operation => operation.Method,
        operation => operation.Path,
        operation => operation.Route,
        operation => operation.Parameters,
        operation => operation.Address,
        operation => operation.Guards,
        operation => operation.Declarations,
    ];

    /// <summary>Writes choices and the table into template.json, where the template has the parameter.</summary>
    /// <exception cref="InvalidDataException">The template has no place for the table.</exception>
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
        var parts = template["symbols"]![Table]?["parameters"]?["symbols"] as JsonArray;
        var place = parts?.SingleOrDefault(part => part?["type"]?.GetValue<string>() == "const")
            ?? throw new InvalidDataException($"{file}: the generated symbol '{Table}' (generator join, with one const) is missing; {nameof(OperationSymbols)} fills it.");
        place["value"] = string.Concat(operations.Select(operation => $"\n{string.Join('\t', Columns.Select(column => column(operation)))}")) + "\n";
        JsonFile.Write(file, template);
    }

    /// <summary>All operations that are not deprecated. A call of a deprecated operation is a warning (DOO105).</summary>
    public static IEnumerable<OperationEntry> Offered(OperationCatalog catalog) => catalog.Entries.Where(operation => !operation.IsDeprecated);
}
