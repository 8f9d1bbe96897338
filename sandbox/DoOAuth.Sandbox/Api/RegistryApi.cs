using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>/v2/registry</c>: the first registry, from the time when a team could have only one.</summary>
internal static class RegistryApi
{
    private const string All = "/v2/registries";

    /// <summary>Returns the registry. Null if the team has none.</summary>
    public static ApiResult? Get(ApiRequest request) => First(request) is { } registry ? AnswerBuilder.Object(request, registry) : null;

    /// <summary>Creates a registry, in the place of a sample or of one with this name.</summary>
    public static ApiResult Create(ApiRequest request)
    {
        var registries = request.Inventory.Root(All);
        foreach (var name in registries.Items.Where(registry => request.Inventory.Team.IsSample(registry) || TeamInventory.Text(registry["name"]) == request.Text("name")).Select(registry => registry["name"]!.ToString()).ToList())
        {
            registries.Remove(name);
        }

        var kind = request.Inventory.Model.Resources.AtPath(All)!;
        var registry = new ItemMaker(request.Inventory).Make(kind, request.RequestShape, request.Body);
        registries.Add(registry["name"]!.ToString(), registry);
        return AnswerBuilder.Object(request, registry);
    }

    /// <summary>Deletes the registry. Null if the team has none.</summary>
    public static ApiResult? Delete(ApiRequest request)
    {
        if (First(request) is not { } registry)
        {
            return null;
        }

        request.Inventory.Root(All).Remove(registry["name"]!.ToString());
        return AnswerBuilder.Document(request, null);
    }

    private static JsonObject? First(ApiRequest request) => request.Inventory.Root(All).Items is [var first, ..] ? first : null;
}
