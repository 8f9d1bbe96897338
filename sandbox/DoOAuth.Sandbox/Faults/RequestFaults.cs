namespace DoOAuth.Sandbox.Faults;

/// <summary>The faults that strike one request.</summary>
internal sealed class RequestFaults(IReadOnlyList<SandboxFault> faults)
{
    private static readonly RequestFaults None = new([]);

    /// <summary>The first fault that replaces the response.</summary>
    public SandboxFault? Replacement => faults.FirstOrDefault(fault => FaultKinds.Of(fault.Kind).ReplacesAnswer);

    /// <summary>How long the answer is to take.</summary>
    public TimeSpan Delay => faults
        .Where(fault => fault.Kind == SandboxFaultKind.Slow)
        .Aggregate(TimeSpan.Zero, (sum, fault) => sum + FaultText.ReadDuration(fault.Value!)!.Value);

    /// <summary>The faults of a request, which the middleware has put there.</summary>
    public static RequestFaults Of(HttpContext context) => context.Features.Get<RequestFaults>() ?? None;

    /// <summary>Whether a fault of this kind strikes.</summary>
    public bool Has(SandboxFaultKind kind) => Find(kind) is not null;

    /// <summary>The first fault of this kind.</summary>
    public SandboxFault? Find(SandboxFaultKind kind) => faults.FirstOrDefault(fault => fault.Kind == kind);
}
