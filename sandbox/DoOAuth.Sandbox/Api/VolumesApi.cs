using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;

namespace DoOAuth.Sandbox.Api;

/// <summary>What volumes have beyond other resources.</summary>
internal static class VolumesApi
{
    /// <summary><c>POST /v2/volumes/{volume_id}/snapshots</c>. Null if the volume does not exist.</summary>
    public static ApiResult? CreateSnapshot(ApiRequest request)
    {
        if (Place.Of(request) is not { Parent: { } volume, Collection: { } own })
        {
            return null;
        }

        var snapshot = SnapshotMaker.OfVolume(request.Inventory, volume, request.Text("name") ?? "");
        if (request.Body["tags"] is JsonArray tags)
        {
            snapshot["tags"] = tags.DeepClone();
        }

        own.Add(snapshot["id"]!.ToString(), snapshot);
        return AnswerBuilder.Object(request, snapshot);
    }

    /// <summary><c>POST /v2/volumes</c>: a volume of a region, or of a snapshot.</summary>
    public static ApiResult Create(ApiRequest request)
    {
        var volume = ResourceApi.Create(request, new ItemMaker(request.Inventory), Place.Of(request)!);
        volume["filesystem_type"] = request.Text("filesystem_type") ?? "";
        volume["filesystem_label"] = request.Text("filesystem_label") ?? "";
        return AnswerBuilder.Object(request, volume);
    }
}
