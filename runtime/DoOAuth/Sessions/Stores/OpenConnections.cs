using System.Collections.Concurrent;

namespace DoOAuth;

/// <summary>
/// Counts the requests of each session that are under way in this process: hubs, circuits and long streams among them, which go on with the tokens that
/// they began with until somebody tells them newer ones.
/// </summary>
internal sealed class OpenConnections
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool Has(string sessionId) => _counts.ContainsKey(sessionId);

    /// <summary>Counts one until what this gives back is called.</summary>
    public Func<Task> Open(string sessionId)
    {
        _counts.AddOrUpdate(sessionId, 1, static (_, count) => count + 1);
        return () =>
        {
            Close(sessionId);
            return Task.CompletedTask;
        };
    }

    private void Close(string sessionId)
    {
        while (_counts.TryGetValue(sessionId, out var count))
        {
            if (count > 1 ? _counts.TryUpdate(sessionId, count - 1, count) : _counts.TryRemove(new(sessionId, count)))
            {
                return;
            }
        }
    }
}
