using System.Text.Json.Nodes;
using DoOAuth.ApiSource.Model;
using DoOAuth.Catalog;

namespace DoOAuth.Templates.Staging;

/// <summary>The choices of <c>--operation</c>, and what each of them writes.</summary>
internal static class OperationSymbols
{
    /// <summary>The parameter's name in template.json.</summary>
    public const string Parameter = "operation";

    // A row is one line, so the lines of its code have this between them.
    private const char LineEnd = '\u2424';

    private const string Table = "operationInTable";

    /// <summary>Writes choices, the table and the symbols of each file into template.json, where the template has the parameter.</summary>
    /// <exception cref="InvalidDataException">The template has no place for the table.</exception>
    public static void Fill(string folder, string configuration, OperationCatalog catalog, Lazy<ClientModel> client)
    {
        var file = Path.Combine(configuration, "template.json");
        var template = JsonFile.Read(file);
        if (template["symbols"]?[Parameter] is not JsonObject symbol)
        {
            return;
        }

        var byId = client.Value.Operations.ToDictionary(operation => operation.Entry.OperationId, StringComparer.Ordinal);
        var operations = Offered(catalog).Select(operation => (Text: new OperationText(operation), Client: byId[operation.OperationId])).ToList();
        symbol["choices"] = new JsonArray([.. operations.Select(operation => new JsonObject { ["choice"] = operation.Text.Id, ["description"] = operation.Text.Description })]);
        var parts = template["symbols"]![Table]?["parameters"]?["symbols"] as JsonArray;
        var place = parts?.SingleOrDefault(part => part?["type"]?.GetValue<string>() == "const")
            ?? throw new InvalidDataException($"{file}: the generated symbol '{Table}' (generator join, with one const) is missing; {nameof(OperationSymbols)} fills it.");
        var models = EndpointCode.Models(client.Value);
        place["value"] = string.Concat(operations.Select(operation => $"\n{Row(operation.Text, new EndpointCode(operation.Client, operation.Text, models))}")) + "\n";
        EndpointFiles.Add(folder, template, Table, LineEnd);
        JsonFile.Write(file, template);
    }

    /// <summary>All operations that are not deprecated. A call of a deprecated operation is a warning (DOO105).</summary>
    public static IEnumerable<OperationEntry> Offered(OperationCatalog catalog) => catalog.Entries.Where(operation => !operation.IsDeprecated);

    private static string Row(OperationText text, EndpointCode code) =>
        string.Join('\t', text.Id, text.Name, text.Declarations, string.Join(LineEnd, code.Lines()));
}
