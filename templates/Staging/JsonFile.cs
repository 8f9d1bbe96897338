using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DoOAuth.Templates.Staging;

/// <summary>Files of JSON with comments, as the template engine takes them.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // Read by the template engine and by people, not put into a page.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="InvalidDataException">The file is no JSON object.</exception>
    public static JsonObject Read(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file), nodeOptions: null, Lenient) as JsonObject
                ?? throw new InvalidDataException($"{file} is not a JSON object.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{file}: {problem.Message}", problem);
        }
    }

    public static void Write(string file, JsonObject content) => File.WriteAllText(file, content.ToJsonString(Readable) + "\n");
}
