using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>
/// Counts the requests of each session in progress in this process, including hubs, circuits and long streams. They use the tokens that they started with
/// until they get newer ones. If a session replaced another, the connections of the old session continue under the new one.
/// </summary>
internal sealed class OpenConnections
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    // Only for sessions that have a connection. The link is removed when the last connection is closed.
    private readonly ConcurrentDictionary<string, string> _predecessors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _successors = new(StringComparer.Ordinal);

    /// <summary>Whether a connection that uses this session is open: one of its own, or one of a session that it replaced.</summary>
    public bool Has(string sessionId)
    {
        string? id = sessionId;
        while (id is not null && !_counts.ContainsKey(id))
        {
            id = _predecessors.GetValueOrDefault(id);
        }

        return id is not null;
    }

    /// <summary>Counts a connection until the returned function is called.</summary>
    public Func<Task> Open(string sessionId)
    {
        _counts.AddOrUpdate(sessionId, 1, static (_, count) => count + 1);
        return () =>
        {
            Close(sessionId);
            return Task.CompletedTask;
        };
    }

    /// <summary>Records that a session was replaced by another one. This happens in a request of the old session.</summary>
    public void Replace(string sessionId, string bySessionId)
    {
        if (Has(sessionId) && _successors.TryAdd(sessionId, bySessionId))
        {
            _predecessors[bySessionId] = sessionId;
        }
    }

    private void Close(string sessionId)
    {
        while (_counts.TryGetValue(sessionId, out var count))
        {
            if (count > 1 ? _counts.TryUpdate(sessionId, count - 1, count) : _counts.TryRemove(new(sessionId, count)))
            {
                ForgetFrom(sessionId);
                return;
            }
        }
    }

    private void ForgetFrom(string sessionId)
    {
        string? id = sessionId;
        while (id is not null && !Has(id) && _successors.TryRemove(id, out var successor))
        {
            _predecessors.TryRemove(successor, out _);
            id = successor;
        }
    }
}
