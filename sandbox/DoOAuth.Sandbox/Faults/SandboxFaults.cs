namespace DoOAuth.Sandbox.Faults;

/// <summary>The faults of a sandbox. They can be changed while it runs, from any thread.</summary>
public sealed class SandboxFaults
{
    private readonly Lock _lock = new();
    private readonly List<SandboxFault> _active = [];

    /// <summary>The faults that are still to strike, in the order in which they were added.</summary>
    public IReadOnlyList<SandboxFault> Active
    {
        get
        {
            lock (_lock)
            {
                return [.. _active];
            }
        }
    }

    /// <summary>Adds a fault.</summary>
    public void Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
        {
            _active.Add(fault);
        }
    }

    /// <summary>Adds a fault that strikes where its kind usually does, always.</summary>
    /// <exception cref="ArgumentException">The kind needs a value, or cannot have this one.</exception>
    public void Add(SandboxFaultKind kind, string? value = null) => Add(new SandboxFault(kind, value));

    /// <summary>Adds a fault in its text form, <c>NAME[@WHERE][=VALUE][*TIMES]</c>.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong and what there is.</exception>
    public void Add(string text) => Add(SandboxFault.Parse(text));

    /// <summary>Takes away all faults of a kind.</summary>
    public void Remove(SandboxFaultKind kind)
    {
        lock (_lock)
        {
            _active.RemoveAll(fault => fault.Kind == kind);
        }
    }

    /// <summary>Takes away all faults.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _active.Clear();
        }
    }

    /// <summary>The faults that concern a request to this part, each counted as having struck once more.</summary>
    internal RequestFaults Take(SandboxEndpoint at)
    {
        lock (_lock)
        {
            var struck = _active.Where(fault => fault.At.HasFlag(at)).ToList();
            foreach (var fault in struck.Where(fault => fault.Times is not null))
            {
                // By reference: two equal faults count down one after the other, not both on the first.
                var index = _active.FindIndex(other => ReferenceEquals(other, fault));
                if (fault.Times == 1)
                {
                    _active.RemoveAt(index);
                }
                else
                {
                    _active[index] = fault with { Times = fault.Times - 1 };
                }
            }

            return new RequestFaults(struck);
        }
    }
}
