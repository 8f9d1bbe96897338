using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;

namespace DoOAuth.Sandbox.Api;

/// <summary>Tags: they exist by themselves, and count what carries them.</summary>
internal static class TagsApi
{
    // The types of resources in a request, and the member of a tag that counts them.
    private static readonly Dictionary<string, (string Path, string Counted)> Types = new(StringComparer.Ordinal)
    {
        ["droplet"] = ("/v2/droplets", "droplets"),
        ["image"] = ("/v2/images", "images"),
        ["volume"] = ("/v2/volumes", "volumes"),
        ["volume_snapshot"] = ("/v2/snapshots", "volume_snapshots"),
        ["database"] = ("/v2/databases", "databases"),
    };

    /// <summary><c>GET /v2/tags</c>.</summary>
    public static ApiResult List(ApiRequest request) =>
        AnswerBuilder.List(request, [.. request.Inventory.Root("/v2/tags").Items.Select(tag => Counted(request, tag))]);

    /// <summary><c>GET /v2/tags/{tag_id}</c>. Null if the tag does not exist.</summary>
    public static ApiResult? Get(ApiRequest request) =>
        Place.Of(request) is { Item: { } tag } ? AnswerBuilder.Object(request, Counted(request, tag)) : null;

    /// <summary><c>POST /v2/tags</c>: a tag that exists already is returned.</summary>
    public static ApiResult Create(ApiRequest request)
    {
        var tags = request.Inventory.Root("/v2/tags");
        var name = request.Required("name");
        var tag = tags.Find(name) ?? new JsonObject { ["name"] = name };
        if (tags.Find(name) is null)
        {
            tags.Add(name, tag);
        }

        return AnswerBuilder.Object(request, Counted(request, tag));
    }

    /// <summary><c>DELETE /v2/tags/{tag_id}</c>: nothing carries it any more. Null if the tag does not exist.</summary>
    public static ApiResult? Delete(ApiRequest request)
    {
        if (Place.Of(request) is not { Item: { } tag, Collection: { } tags })
        {
            return null;
        }

        var name = tag["name"]!.ToString();
        foreach (var (path, _) in Types.Values)
        {
            foreach (var resource in request.Inventory.Root(path).Items.Where(resource => Tags.Has(resource, name)))
            {
                Tags.Set(resource, name, isSet: false);
            }
        }

        tags.Remove(name);
        return AnswerBuilder.Document(request, null);
    }

    /// <summary><c>POST</c> and <c>DELETE /v2/tags/{tag_id}/resources</c>. Null if the tag does not exist.</summary>
    public static ApiResult? SetResources(ApiRequest request)
    {
        if (Place.Of(request) is not { Item: { } tag })
        {
            return null;
        }

        foreach (var named in request.Body["resources"]!.AsArray().OfType<JsonObject>())
        {
            var type = TeamInventory.Text(named["resource_type"]) ?? "";
            var id = TeamInventory.Text(named["resource_id"]) ?? "";
            if (Types.TryGetValue(type, out var known) && request.Inventory.Root(known.Path).Find(id) is { } resource)
            {
                Tags.Set(resource, tag["name"]!.ToString(), request.Operation.Method == HttpMethods.Post);
            }
        }

        return AnswerBuilder.Document(request, null);
    }

    /// <summary>Makes the tags of a new resource exist.</summary>
    public static void Ensure(ApiRequest request)
    {
        var tags = request.Inventory.Root("/v2/tags");
        foreach (var name in (request.Body["tags"] as JsonArray ?? []).Select(TeamInventory.Text).OfType<string>().Where(name => tags.Find(name) is null))
        {
            tags.Add(name, new JsonObject { ["name"] = name });
        }
    }

    private static JsonObject Counted(ApiRequest request, JsonObject tag)
    {
        var name = tag["name"]!.ToString();
        var address = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}";
        var resources = new JsonObject();
        var total = 0;
        string? last = null;
        foreach (var (path, counted) in Types.Values)
        {
            var kind = request.Inventory.Model.Resources.AtPath(path)!;
            var tagged = request.Inventory.Root(path).Items.Where(resource => Tags.Has(resource, name)).Select(resource => $"{address}{path}/{TeamInventory.IdentityOf(kind, resource)}").ToList();
            total += tagged.Count;
            last ??= tagged.LastOrDefault();
            resources[counted] = new JsonObject { ["count"] = tagged.Count, ["last_tagged_uri"] = tagged.LastOrDefault() ?? "" };
        }

        resources["count"] = total;
        resources["last_tagged_uri"] = last ?? "";
        return new JsonObject { ["name"] = name, ["resources"] = resources };
    }
}
