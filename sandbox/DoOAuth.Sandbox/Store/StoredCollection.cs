using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Store;

/// <summary>The items of one collection in the order in which they were created.</summary>
internal sealed class StoredCollection
{
    private readonly List<JsonObject> _items = [];
    private readonly Dictionary<string, JsonObject> _byIdentity = new(StringComparer.Ordinal);

    /// <summary>The items.</summary>
    public IReadOnlyList<JsonObject> Items => _items;

    /// <summary>An item, or null if there is none with this identity.</summary>
    public JsonObject? Find(string identity) => _byIdentity.GetValueOrDefault(identity);

    /// <summary>Adds an item.</summary>
    /// <exception cref="ArgumentException">There is an item with this identity.</exception>
    public void Add(string identity, JsonObject item)
    {
        _byIdentity.Add(identity, item);
        _items.Add(item);
    }

    /// <summary>Removes an item. Returns false if it is not in the collection.</summary>
    public bool Remove(string identity) => _byIdentity.Remove(identity, out var item) && _items.Remove(item);

    /// <summary>Gives an item another identity.</summary>
    public void Rename(string before, string after)
    {
        if (before != after && _byIdentity.Remove(before, out var item))
        {
            _byIdentity[after] = item;
        }
    }

    /// <summary>Removes all items.</summary>
    public void Clear()
    {
        _items.Clear();
        _byIdentity.Clear();
    }
}
