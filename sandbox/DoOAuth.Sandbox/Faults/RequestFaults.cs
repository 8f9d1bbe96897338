namespace DoOAuth.Sandbox.Faults;

/// <summary>The faults that apply to one request.</summary>
internal sealed class RequestFaults(SandboxEndpoint at, IReadOnlyList<SandboxFault> faults)
{
    private static readonly RequestFaults None = new(SandboxEndpoint.None, []);

    /// <summary>The endpoint of the request.</summary>
    public SandboxEndpoint At => at;

    /// <summary>All of them.</summary>
    public IReadOnlyList<SandboxFault> All => faults;

    /// <summary>The first fault that replaces the response.</summary>
    public SandboxFault? Replacement => faults.FirstOrDefault(fault => FaultKinds.Of(fault.Kind).ReplacesAnswer);

    /// <summary>Whether the connection is closed without a response.</summary>
    public bool CloseConnection => Replacement?.Kind is SandboxFaultKind.Drop or SandboxFaultKind.LoseAnswer;

    /// <summary>The delay of the response.</summary>
    public TimeSpan Delay => faults
        .Where(fault => fault.Kind == SandboxFaultKind.Slow)
        .Aggregate(TimeSpan.Zero, (sum, fault) => sum + FaultText.ReadDuration(fault.Value!)!.Value);

    /// <summary>Returns the faults of a request. <see cref="FaultMiddleware"/> sets them.</summary>
    public static RequestFaults Of(HttpContext context) => context.Features.Get<RequestFaults>() ?? None;

    /// <summary>Whether a fault of this kind applies.</summary>
    public bool Has(SandboxFaultKind kind) => Find(kind) is not null;

    /// <summary>Returns the first fault of this kind, or null if there is none.</summary>
    public SandboxFault? Find(SandboxFaultKind kind) => faults.FirstOrDefault(fault => fault.Kind == kind);
}
