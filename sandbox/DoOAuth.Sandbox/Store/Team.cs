using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Store;

/// <summary>What a team has. Lock <see cref="Lock"/> to use it.</summary>
internal sealed class Team
{
    private readonly Dictionary<string, StoredCollection> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<JsonObject> _samples = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<JsonObject> _withSamples = new(ReferenceEqualityComparer.Instance);
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Number)> _changes = new();
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);

    private bool _isStarted;
    private long _lastChange;

    /// <summary>Whether this is the first use of the team.</summary>
    public bool Start() => !_isStarted && (_isStarted = true);

    /// <summary>The lock.</summary>
    public Lock Lock { get; } = new();

    /// <summary>The collection at a path, or null if nothing asked for it yet.</summary>
    public StoredCollection? Collection(string path) => _collections.GetValueOrDefault(path);

    /// <summary>Adds an empty collection.</summary>
    public StoredCollection AddCollection(string path)
    {
        var collection = new StoredCollection();
        _collections.Add(path, collection);
        return collection;
    }

    /// <summary>The document at a path: the members that were written. Null if nothing was written.</summary>
    public JsonObject? Document(string path) => _documents.GetValueOrDefault(path);

    /// <summary>Writes members of the document at a path.</summary>
    public JsonObject Write(string path, JsonObject members)
    {
        if (!_documents.TryGetValue(path, out var document))
        {
            _documents.Add(path, document = []);
        }

        foreach (var (name, value) in members)
        {
            document[name] = value?.DeepClone();
        }

        return document;
    }

    /// <summary>Removes everything below a path, and the document at it.</summary>
    public void RemoveBelow(string path)
    {
        var start = path + "/";
        foreach (var below in _collections.Keys.Where(key => key.StartsWith(start, StringComparison.Ordinal)).ToList())
        {
            _collections.Remove(below);
        }

        foreach (var below in _documents.Keys.Where(key => key == path || key.StartsWith(start, StringComparison.Ordinal)).ToList())
        {
            _documents.Remove(below);
        }
    }

    /// <summary>Marks an item as one that the team had from the start: what belongs to it has samples, too.</summary>
    public void MarkAsSample(JsonObject item)
    {
        _samples.Add(item);
        _withSamples.Add(item);
    }

    /// <summary>Puts an item in the place of a sample. What belongs to it has samples still.</summary>
    public void MarkAsReplacement(JsonObject item) => _withSamples.Add(item);

    /// <summary>Whether what belongs to an item has samples.</summary>
    public bool HasSamples(JsonObject item) => _withSamples.Contains(item);

    /// <summary>Whether the team had an item from the start.</summary>
    public bool IsSample(JsonObject item) => _samples.Contains(item);

    /// <summary>The next number in a series.</summary>
    /// <param name="series">The name of the series.</param>
    /// <param name="first">The number before the first one.</param>
    public long NextNumber(string series, long first) => _numbers[series] = _numbers.GetValueOrDefault(series, first) + 1;

    /// <summary>Makes a change later. Changes that are due at the same time are made in the order of their requests.</summary>
    public void Later(DateTimeOffset due, Action change) => _changes.Enqueue(change, (due, ++_lastChange));

    /// <summary>Makes the changes that are due.</summary>
    public void Settle(DateTimeOffset now)
    {
        while (_changes.TryPeek(out var change, out var next) && next.Due <= now)
        {
            _changes.Dequeue();
            change();
        }
    }
}
