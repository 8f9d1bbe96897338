namespace DoOAuth;

/// <summary>
/// A reason why an annotated class declares a scope: an endpoint or other code that calls DigitalOcean's API, a guard, or what a note says. The build finds
/// the reasons in the code. <c>ScopeUses</c> on the annotated class lists them, so that an app can explain what DigitalOcean's consent page asks for.
/// </summary>
public sealed record DigitalOceanScopeUse
{
    /// <summary>The declared scope, such as <c>droplet:read</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>Whether the scope is requested only when an endpoint needs it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The app's endpoint that needs the scope, such as <c>GET /droplets/{id}</c>. Null if no endpoint does.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The operation of DigitalOcean's API that needs the scope, such as <c>GET /v2/droplets</c>. Null for a guard without a call.</summary>
    public string? Operation { get; init; }

    /// <summary>The code that starts the call if no endpoint does, such as <c>PriceJob.ExecuteAsync</c>.</summary>
    public string? Caller { get; init; }

    /// <summary>The code on the way to the call, such as <c>ListAsync → Sender.SendAsync</c>. Null if the endpoint's own lambda makes the call.</summary>
    public string? Way { get; init; }

    /// <summary>The file and line of the call, such as <c>Droplets.cs, line 12</c>, or the library that makes it.</summary>
    public string? Place { get; init; }

    /// <summary>Why the scope is declared if neither an endpoint nor a call needs it.</summary>
    public string? Note { get; init; }
}
