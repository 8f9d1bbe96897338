using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Bodies;
using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Sandbox.Store;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>The resources of a team: finds collections and items, which exist from the moment that something asks for them.</summary>
/// <param name="model">What is known about the API.</param>
/// <param name="team">What the team has. It must be locked.</param>
/// <param name="samples">What a team has from the start.</param>
/// <param name="now">The time.</param>
/// <param name="actionTime">How long actions take.</param>
internal sealed class TeamInventory(ApiModel model, Team team, Samples samples, DateTimeOffset now, TimeSpan actionTime)
{
    private ShapeWriter? _writer;

    /// <summary>What is known about the API.</summary>
    public ApiModel Model => model;

    /// <summary>What the team has.</summary>
    public Team Team => team;

    /// <summary>Writes answers.</summary>
    public ShapeWriter Writer => _writer ??= new ShapeWriter(model.Shapes, model.Examples, Resolve);

    /// <summary>The time of the request.</summary>
    public DateTimeOffset Now => now;

    /// <summary>How long actions take.</summary>
    public TimeSpan ActionTime => actionTime;

    /// <summary>A root collection.</summary>
    public StoredCollection Root(string path) => Collection(model.Resources.AtPath(path)!, path, null);

    /// <summary>A collection.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="path">The path, with the identities of the items above.</param>
    /// <param name="parent">The item above, or null.</param>
    public StoredCollection Collection(ResourceKind kind, string path, JsonObject? parent)
    {
        if (team.Collection(path) is { } known)
        {
            return known;
        }

        var collection = team.AddCollection(path);
        if (kind.EmbeddedIn is { } member && parent?[member] is JsonArray embedded)
        {
            foreach (var item in embedded.OfType<JsonObject>())
            {
                var copy = (JsonObject)item.DeepClone();
                if (IdentityOf(kind, copy) is { Length: > 0 } identity && collection.Find(identity) is null)
                {
                    collection.Add(identity, copy);
                    if (team.HasSamples(parent))
                    {
                        team.MarkAsSample(copy);
                    }
                }
            }
        }
        else if (parent is null || team.HasSamples(parent))
        {
            samples.Fill(this, kind, path, collection);
        }

        return collection;
    }

    /// <summary>An item by what a path says: its identity, or a slug or fingerprint where the API takes those.</summary>
    public JsonObject? Find(ResourceKind kind, StoredCollection collection, string value) =>
        collection.Find(value)
        ?? FindByOtherName(kind, collection, value)
        ?? (value != kind.Parameter?.Example && kind.Examples.Contains(value) ? collection.Items.FirstOrDefault(team.IsSample) : null);

    /// <summary>An item of a root collection by its shape and a value that requests name it by.</summary>
    public JsonObject? Find(ResourceKind kind, string value)
    {
        var collection = Collection(kind, kind.Path, null);
        return Find(kind, collection, value) ?? collection.Items.FirstOrDefault(item => Text(item["name"]) == value);
    }

    /// <summary>An item of a root collection by its shape and its identity, or null.</summary>
    public JsonObject? Resolve(Shape shape, string identity) =>
        model.Resources.OfShape(shape) is { EmbeddedIn: null } kind && !kind.Path.Contains('{', StringComparison.Ordinal)
            ? Find(kind, Collection(kind, kind.Path, null), identity)
            : null;

    /// <summary>An item's identity as it is in a path.</summary>
    public static string IdentityOf(ResourceKind kind, JsonObject item) => Text(item[kind.Identity]) ?? "";

    private static JsonObject? FindByOtherName(ResourceKind kind, StoredCollection collection, string value) =>
        (kind.Shape.Find("slug") ?? kind.Shape.Find("fingerprint")) is { Name: var name }
            ? collection.Items.FirstOrDefault(item => Text(item[name]) == value)
            : null;

    /// <summary>A text or number as text. Null for everything else.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}
