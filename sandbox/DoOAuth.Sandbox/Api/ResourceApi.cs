using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Sandbox.Resources;

namespace DoOAuth.Sandbox.Api;

/// <summary>What all resources have in common: they are listed, created, read, changed and deleted.</summary>
internal static class ResourceApi
{
    private static readonly string[] NameMembers = ["name", "label"];

    /// <summary>Answers a request.</summary>
    /// <returns>Null if something in the path does not exist.</returns>
    /// <exception cref="RequestRefusedException">The request cannot be carried out.</exception>
    public static ApiResult? Answer(ApiRequest request)
    {
        if (Place.Of(request) is not { } place)
        {
            return null;
        }

        var maker = new ItemMaker(request.Inventory);
        switch (request.Inventory.Model.Resources.RoleOf(request.Operation))
        {
            case OperationRole.List:
                return AnswerBuilder.List(request, ListFilter.Apply(request, place.Kind!, place.Collection!.Items));
            case OperationRole.Get:
                return AnswerBuilder.Object(request, place.Item);
            case OperationRole.Create:
                return AnswerBuilder.Object(request, Create(request, maker, place));
            case OperationRole.Update:
                Update(request, maker, place);
                return AnswerBuilder.Object(request, place.Item);
            case OperationRole.Delete:
                Delete(request.Inventory, place, place.Item!);
                return AnswerBuilder.Document(request, Deleted(request, place));
            case OperationRole.DeleteMatching:
                foreach (var item in ListFilter.Apply(request, place.Kind!, place.Collection!.Items).ToList())
                {
                    Delete(request.Inventory, place with { Path = $"{place.Path}/{TeamInventory.IdentityOf(place.Kind!, item)}" }, item);
                }

                return AnswerBuilder.Document(request, null);
            case OperationRole.CreateElsewhere:
                var elsewhere = request.Inventory.Model.Resources.ElsewhereOf(request.Operation)!;
                var path = $"{place.ItemPath}/{elsewhere.Name}";
                var collection = request.Inventory.Collection(elsewhere, path, place.Item);
                return AnswerBuilder.Object(request, Add(request, maker.Make(elsewhere, request.RequestShape, request.Body), elsewhere, collection));
            case OperationRole.UpdateParent:
                if (request.Operation.Method is "POST" or "DELETE")
                {
                    maker.ChangeLists(place.Kind!, place.Item!, request.Body, remove: request.Operation.Method == "DELETE");
                }
                else
                {
                    maker.Change(place.Kind!, place.Item!, request.Body);
                }

                return IsAbout(request, place) ? AnswerBuilder.Object(request, place.Item) : AnswerBuilder.Document(request, request.Body);
            default:
                return Document(request, place);
        }
    }

    /// <summary>Creates an item from the body of the request.</summary>
    public static JsonObject Create(ApiRequest request, ItemMaker maker, Place place)
    {
        var kind = place.Kind!;
        if (Twin(request, kind, place) is { } member)
        {
            var status = request.Shapes.Errors.FirstOrDefault(status => status is StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity, StatusCodes.Status422UnprocessableEntity);
            throw new RequestRefusedException($"{member}: {request.Text(member)} is already in use.", status);
        }

        var isReplacement = RemoveSample(request, kind, place);
        var item = Add(request, maker.Make(kind, request.RequestShape, request.Body), kind, place.Collection!);
        if (isReplacement)
        {
            request.Inventory.Team.MarkAsReplacement(item);
        }

        Embed(place);
        return item;
    }

    /// <summary>Deletes an item with everything that belongs to it. What referred to it no longer does.</summary>
    public static void Delete(TeamInventory inventory, Place place, JsonObject item)
    {
        place.Collection!.Remove(TeamInventory.IdentityOf(place.Kind!, item));
        inventory.Team.RemoveBelow(place.Path);
        if (place.Parent is null)
        {
            References.Remove(inventory, place.Kind!, item);
        }

        Embed(place);
    }

    private static JsonObject Add(ApiRequest request, JsonObject item, ResourceKind kind, Store.StoredCollection collection)
    {
        var identity = TeamInventory.IdentityOf(kind, item);
        if (identity.Length == 0 || collection.Find(identity) is not null)
        {
            item[kind.Identity] = NewIdentity.For(kind, request.Inventory.Team);
            identity = TeamInventory.IdentityOf(kind, item);
        }

        collection.Add(identity, item);
        return item;
    }

    // The member whose value another item has already, where that is an error.
    private static string? Twin(ApiRequest request, ResourceKind kind, Place place)
    {
        if (kind.IsNamed)
        {
            return request.Required(kind.Identity) is var name && place.Collection!.Find(name) is { } known && !request.Inventory.Team.IsSample(known) ? kind.Identity : null;
        }

        var isDocumented = request.Shapes.Errors.Any(status => status is StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity);
        return isDocumented
            ? NameMembers.FirstOrDefault(member => request.Text(member) is { Length: > 0 } value && place.Collection!.Items.Any(item => TeamInventory.Text(item[member]) == value && !request.Inventory.Team.IsSample(item)))
            : null;
    }

    /// <summary>Removes a sample that has the name of a new item: a sample is there so that lists are not empty, and must not be in the way.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool RemoveSample(ApiRequest request, ResourceKind kind, Place place) =>
        kind.IsNamed && request.Text(kind.Identity) is { } name && place.Collection!.Remove(name);

    private static void Update(ApiRequest request, ItemMaker maker, Place place)
    {
        var before = TeamInventory.IdentityOf(place.Kind!, place.Item!);
        maker.Change(place.Kind!, place.Item!, request.Body);
        if (place.Kind!.IsNamed && request.Text(place.Kind.Identity) is { Length: > 0 } after)
        {
            place.Item![place.Kind.Identity] = after;
            place.Collection!.Rename(before, after);
        }

        Embed(place);
    }

    // A cluster has its node pools, which are a collection too.
    private static void Embed(Place place)
    {
        if (place.Kind!.EmbeddedIn is { } member && place.Parent is { } parent)
        {
            parent[member] = new JsonArray([.. place.Collection!.Items.Select(item => item.DeepClone())]);
        }
    }

    // Some operations answer the ID of what they deleted, or all of it.
    private static JsonObject Deleted(ApiRequest request, Place place) => request.Layout switch
    {
        { MainKey: { } key } => new JsonObject { [key] = place.Item!.DeepClone() },
        _ => new JsonObject(place.Item!.Where(pair => pair.Key is "id" or "uuid").Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))),
    };

    private static ApiResult Document(ApiRequest request, Place place)
    {
        var team = request.Inventory.Team;
        if (place.Item is not null && IsAbout(request, place))
        {
            return AnswerBuilder.Object(request, place.Item);
        }

        if (request.Operation.Method is "GET")
        {
            return AnswerBuilder.Document(request, team.Document(place.Path) ?? Known(place));
        }

        if (request.Operation.Method is "DELETE")
        {
            team.RemoveBelow(place.Path);
            return AnswerBuilder.Document(request, null);
        }

        // A request has what the answer has, or what is under the answer's key.
        var written = request.Layout is { MainKey: { } key } && !request.Body.ContainsKey(key) ? new JsonObject { [key] = request.Body.DeepClone() } : request.Body;
        return AnswerBuilder.Document(request, team.Write(place.Path, written));
    }

    // Whether the answer is the item that the path starts with.
    private static bool IsAbout(ApiRequest request, Place place) =>
        request.Layout?.MainShape is { } main && place.Kind is { } kind && (main == kind.Shape || request.Inventory.Model.Resources.OfShape(main) == kind);

    // What the item above says about itself, such as its maintenance window.
    private static JsonObject? Known(Place place) => place.Item is null ? null : new JsonObject(
        place.Item.Where(pair => pair.Key == place.Path[(place.Path.LastIndexOf('/') + 1)..]).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
}
