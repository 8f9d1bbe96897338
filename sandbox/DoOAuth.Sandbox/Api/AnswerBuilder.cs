using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Api;

/// <summary>Builds answers in the shape that the operation has.</summary>
internal static class AnswerBuilder
{
    // As DigitalOcean writes JSON: '+' and '<' as they are. It is never part of a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer about one object.</summary>
    public static ApiResult Object(ApiRequest request, JsonObject? main)
    {
        if (NoJson(request) is { } other)
        {
            return other;
        }

        if (request.Layout is not { } layout || main is null)
        {
            return Document(request, null);
        }

        return layout.MainKey is { } key
            ? Write(request, writer =>
            {
                WriteRest(request, writer, layout, key);
                writer.WritePropertyName(key);
                WriteWhole(request, writer, layout.MainShape!, main);
            })
            : Write(request, writer => request.Inventory.Writer.WriteMembers(writer, layout.Shape, main));
    }

    /// <summary>An answer with a list.</summary>
    public static ApiResult List(ApiRequest request, IReadOnlyList<JsonObject> all)
    {
        var layout = request.Layout!;
        var isPaged = request.Shapes.Query.Any(parameter => parameter.Name == "page");
        var paging = isPaged ? Paging.Of(request.Http.Request) : new Paging(1, Math.Max(1, all.Count));
        return Write(request, writer =>
        {
            WriteRest(request, writer, layout, layout.ListKey!, paging, all.Count);
            writer.WriteStartArray(layout.ListKey!);
            foreach (var item in paging.Select(all))
            {
                WriteWhole(request, writer, layout.ItemShape!, item);
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>An answer that has what was written to its path, and for the rest the examples.</summary>
    public static ApiResult Document(ApiRequest request, JsonObject? written)
    {
        if (NoJson(request) is { } other)
        {
            return other;
        }

        if (request.Layout is not { } layout)
        {
            return new ApiResult(request.Shapes.Status, Encoding.UTF8.GetBytes(request.Inventory.Model.Examples.Answer(request.Shapes.Answer!)?.ToJsonString() ?? "{}"), ApiResult.Json);
        }

        return Write(request, writer =>
        {
            var members = written ?? [];
            var list = layout.Shape.Members.Select(member => members[member.Name] as JsonArray).FirstOrDefault(found => found is not null);
            WriteRest(request, writer, layout, "", new Paging(1, int.MaxValue), list?.Count ?? 1, members);
        });
    }

    /// <summary>An answer with these members in a shape.</summary>
    public static ApiResult Of(ApiRequest request, Shape shape, JsonObject members) =>
        Write(request, writer => request.Inventory.Writer.WriteMembers(writer, shape, members));

    private static ApiResult? NoJson(ApiRequest request) => request.Shapes.Answer is null ? ApiResult.Empty(request.Shapes.Status)
        : request.Shapes.ContentType == OperationShapes.Json ? null
        : OtherContent.Of(request.Shapes);

    private static ApiResult Write(ApiRequest request, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new ApiResult(request.Shapes.Status, buffer.WrittenMemory, ApiResult.Json);
    }

    private static void WriteWhole(ApiRequest request, Utf8JsonWriter writer, Shape shape, JsonObject item)
    {
        writer.WriteStartObject();
        request.Inventory.Writer.WriteMembers(writer, shape, item);
        writer.WriteEndObject();
    }

    // Everything but what the answer is about: links and numbers are counted, the rest has the examples.
    private static void WriteRest(ApiRequest request, Utf8JsonWriter writer, AnswerLayout layout, string main, Paging? paging = null, int total = 1, JsonObject? stored = null)
    {
        var shapes = request.Inventory.Model.Shapes;
        foreach (var member in layout.Shape.Members.Where(member => member.Name is AnswerLayout.Links or AnswerLayout.Meta))
        {
            if (member.Name == AnswerLayout.Meta)
            {
                writer.WriteStartObject(AnswerLayout.Meta);
                foreach (var inner in shapes.Resolve(member.Type).Shape?.Members ?? [])
                {
                    WriteCount(writer, inner.Name, paging, total);
                }

                writer.WriteEndObject();
            }
            else if (paging is not null && shapes.Resolve(member.Type).Shape?.Find("pages") is not null)
            {
                paging.WriteLinks(writer, request.Http.Request, total);
            }
            else
            {
                writer.WriteStartObject(AnswerLayout.Links);
                writer.WriteEndObject();
            }
        }

        bool IsWritten(string name) =>
            name == main || name is AnswerLayout.Links or AnswerLayout.Meta || (paging is not null && layout.ListKey is not null && IsCount(name));
        if (paging is not null && layout.ListKey is not null)
        {
            foreach (var member in layout.Shape.Members.Where(member => IsCount(member.Name)))
            {
                WriteCount(writer, member.Name, paging, total);
            }
        }

        request.Inventory.Writer.WriteMembers(writer, layout.Shape, stored ?? [], IsWritten);
    }

    private static bool IsCount(string name) => name is "count" or "total" or "total_items" or "total_pages" or "current_page";

    private static void WriteCount(Utf8JsonWriter writer, string name, Paging? paging, int total) => writer.WriteNumber(name, name switch
    {
        "page" or "current_page" => paging?.Page ?? 1,
        "pages" or "total_pages" => paging?.Last(total) ?? 1,
        _ => total,
    });
}
