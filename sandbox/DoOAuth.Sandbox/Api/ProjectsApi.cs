using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>POST …/resources</c> of a project.</summary>
internal static class ProjectsApi
{
    /// <summary>Assigns resources to a project. Null if the project does not exist.</summary>
    public static ApiResult? Assign(ApiRequest request)
    {
        if (Place.Of(request) is not { Collection: { } resources })
        {
            return null;
        }

        var assigned = new JsonArray();
        foreach (var urn in (request.Body["resources"] as JsonArray ?? []).Select(TeamInventory.Text).OfType<string>())
        {
            var resource = resources.Find(urn) ?? new JsonObject { ["urn"] = urn, ["assigned_at"] = ApiTime.Of(request.Inventory.Now), ["status"] = "ok" };
            if (resources.Find(urn) is null)
            {
                resources.Add(urn, resource);
            }

            assigned.Add(resource.DeepClone());
        }

        return AnswerBuilder.Of(request, request.Layout!.Shape, new JsonObject { [request.Layout.ListKey!] = assigned });
    }
}
