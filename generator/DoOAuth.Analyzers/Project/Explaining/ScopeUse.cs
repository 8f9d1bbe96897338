namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>One reason why an annotated class declares a scope.</summary>
/// <param name="Scope">The declared scope.</param>
/// <param name="IsOptional">Whether it is requested only when an endpoint needs it.</param>
internal sealed record ScopeUse(string Scope, bool IsOptional)
{
    /// <summary>The endpoint, such as <c>GET /droplets</c>; null if the call is not part of one.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The operation of DigitalOcean's API, such as <c>GET /v2/droplets</c>; null for a guard without a call.</summary>
    public string? Operation { get; init; }

    /// <summary>The code that starts the call if no endpoint does, such as <c>PriceJob.ExecuteAsync</c>.</summary>
    public string? Caller { get; init; }

    /// <summary>The code on the way to the call, such as <c>ListAsync → Sender.SendAsync</c>; null if the endpoint or the caller makes it.</summary>
    public string? Way { get; init; }

    /// <summary>The file and line of the call or the guarded endpoint, or the library that makes the call.</summary>
    public string? Place { get; init; }

    /// <summary>Why the scope is declared if neither a call nor a guarded endpoint needs it.</summary>
    public string? Note { get; init; }

    /// <summary>Whether both are about the same use, perhaps in another way.</summary>
    public (string, string?, string?, string?, string?) Key => (Scope, Endpoint, Operation, Caller, Note);
}
