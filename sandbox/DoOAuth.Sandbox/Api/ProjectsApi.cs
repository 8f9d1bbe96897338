using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;

namespace DoOAuth.Sandbox.Api;

/// <summary>What projects have beyond other resources: one of them is the default, and resources are assigned to them.</summary>
internal static class ProjectsApi
{
    /// <summary><c>GET</c>, <c>PUT</c> and <c>PATCH /v2/projects/default</c>. Null if there is no project.</summary>
    public static ApiResult? Default(ApiRequest request)
    {
        var kind = request.Inventory.Model.Resources.AtPath("/v2/projects")!;
        var projects = request.Inventory.Root(kind.Path).Items;
        var project = projects.FirstOrDefault(IsDefault) ?? (projects.Count > 0 ? projects[0] : null);
        if (project is null)
        {
            return null;
        }

        project["is_default"] = true;
        new ItemMaker(request.Inventory).Change(kind, project, request.Body);
        return AnswerBuilder.Object(request, project);
    }

    /// <summary><c>PUT</c> and <c>PATCH /v2/projects/{project_id}</c>: there is one default. Null if the project does not exist.</summary>
    public static ApiResult? Update(ApiRequest request)
    {
        if (request.Body["is_default"] is JsonValue value && value.TryGetValue<bool>(out var isDefault) && isDefault)
        {
            foreach (var project in request.Inventory.Root("/v2/projects").Items)
            {
                project["is_default"] = false;
            }
        }

        return ResourceApi.Answer(request);
    }

    private static bool IsDefault(JsonObject project) => project["is_default"] is JsonValue value && value.TryGetValue<bool>(out var isDefault) && isDefault;

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
