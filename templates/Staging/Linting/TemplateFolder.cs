using System.Text.Json.Nodes;

namespace DoOAuth.Templates.Staging.Linting;

/// <summary>The contents of a template's folder.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Template">template.json.</param>
/// <param name="Files">The files that make up the output, by their path from the folder.</param>
/// <param name="Hosts">The files for hosts of the engine (<c>ide.host.json</c>, <c>dotnetcli.host.json</c>), by name.</param>
/// <param name="Strings">The localised strings, by language.</param>
internal sealed record TemplateFolder(
    string Name,
    JsonObject Template,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, JsonObject> Hosts,
    IReadOnlyDictionary<string, JsonObject> Strings)
{
    /// <summary>The folder that is not part of the output.</summary>
    public const string ConfigurationFolder = ".template.config";

    /// <summary>The symbols by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> Symbols { get; } = (Template["symbols"] as JsonObject ?? [])
        .Where(symbol => symbol.Value is JsonObject)
        .ToDictionary(symbol => symbol.Key, symbol => (JsonObject)symbol.Value!, StringComparer.Ordinal);

    /// <summary>template.json, as it is named in a fault.</summary>
    public string TemplateFile => $"{Name}/{ConfigurationFolder}/template.json";

    /// <exception cref="InvalidDataException">A file of JSON cannot be read.</exception>
    public static TemplateFolder Read(string folder)
    {
        var configuration = Path.Combine(folder, ConfigurationFolder);
        var localize = Path.Combine(configuration, "localize");
        return new TemplateFolder(
            Path.GetFileName(folder),
            JsonFile.Read(Path.Combine(configuration, "template.json")),
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
                .Where(file => !file.Path.StartsWith(ConfigurationFolder + "/", StringComparison.Ordinal))
                .ToDictionary(file => file.Path, file => File.ReadAllText(file.File), StringComparer.Ordinal),
            Directory.GetFiles(configuration, "*.host.json").ToDictionary(file => Path.GetFileName(file), JsonFile.Read, StringComparer.Ordinal),
            Directory.Exists(localize)
                ? Directory.GetFiles(localize, "templatestrings.*.json").ToDictionary(file => Path.GetFileName(file).Split('.')[1], JsonFile.Read, StringComparer.Ordinal)
                : new Dictionary<string, JsonObject>(StringComparer.Ordinal));
    }

    /// <summary>The choices of a parameter; null if it has none.</summary>
    public IReadOnlyList<string>? ChoicesOf(string symbol) => Symbols.TryGetValue(symbol, out var found) && found["choices"] is JsonArray choices
        ? [.. choices.Select(choice => choice?["choice"]?.GetValue<string>() ?? "")]
        : null;
}
