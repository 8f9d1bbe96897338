namespace DoOAuth.Sandbox.Traffic;

/// <summary>The latest requests, and a signal for those who watch them.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<SandboxRequest> _latest = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _count;

    /// <summary>The latest requests, at most 1,000, the oldest first.</summary>
    public IReadOnlyList<SandboxRequest> Latest
    {
        get
        {
            lock (_lock)
            {
                return [.. _latest];
            }
        }
    }

    /// <summary>Completes when the list changes.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Adds a request and gives it its number.</summary>
    public SandboxRequest Add(SandboxRequest request)
    {
        SandboxRequest numbered;
        TaskCompletionSource changed;
        lock (_lock)
        {
            numbered = request with { Number = ++_count };
            _latest.Enqueue(numbered);
            if (_latest.Count > Capacity)
            {
                _latest.Dequeue();
            }

            changed = Renew();
        }

        changed.SetResult();
        return numbered;
    }

    /// <summary>Forgets all requests.</summary>
    public void Clear()
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _latest.Clear();
            changed = Renew();
        }

        changed.SetResult();
    }

    private TaskCompletionSource Renew()
    {
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return changed;
    }
}
