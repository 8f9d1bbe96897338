namespace DoOAuth.Sandbox.Faults;

/// <summary>The faults of a sandbox. You can change them while it runs, from any thread.</summary>
public sealed class SandboxFaults
{
    private readonly Lock _lock = new();
    private readonly List<SandboxFault> _active = [];

    // The same numbers in each run, so that a failure can be repeated.
#pragma warning disable CA5394 // Chooses requests, not a secret.
    private readonly Random _random = new(Seed: 1);
#pragma warning restore CA5394

    /// <summary>The active faults, in the order in which they were added.</summary>
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

    /// <summary>Adds a fault that applies to the default endpoints of its kind, to all requests.</summary>
    /// <exception cref="ArgumentException">The value is missing or not valid for this kind.</exception>
    public void Add(SandboxFaultKind kind, string? value = null) => Add(new SandboxFault(kind, value));

    /// <summary>Adds a fault in its text form, <c>NAME[@WHERE][=VALUE][~PERCENT%][*TIMES]</c>.</summary>
    /// <exception cref="FormatException">The text is not a fault. The message says what is wrong and which faults there are.</exception>
    public void Add(string text) => Add(SandboxFault.Parse(text));

    /// <summary>Removes all faults of a kind.</summary>
    public void Remove(SandboxFaultKind kind)
    {
        lock (_lock)
        {
            _active.RemoveAll(fault => fault.Kind == kind);
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _active.Clear();
        }
    }

    /// <summary>Gets the faults for a request to this endpoint, and counts the request for each of them.</summary>
    internal RequestFaults Take(SandboxEndpoint at, HttpRequest request)
    {
        lock (_lock)
        {
            var struck = _active.Where(fault => fault.At.HasFlag(at) && (fault.Path is null || FaultPath.Matches(fault.Path, request)) && Chooses(fault)).ToList();
            foreach (var fault in struck.Where(fault => fault.Times is not null))
            {
                // Compares references, because equal faults have separate counts.
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

            return new RequestFaults(at, struck);
        }
    }

#pragma warning disable CA5394 // Chooses requests, not a secret.
    private bool Chooses(SandboxFault fault) => fault.Percent is not { } percent || _random.Next(100) < percent;
#pragma warning restore CA5394
}
