namespace DoOAuth.Sandbox.Traffic;

/// <summary>A request that the sandbox has answered. It contains no query string, token, code or secret.</summary>
public sealed record SandboxRequest
{
    /// <summary>The number of the request, starting with 1.</summary>
    public required long Number { get; init; }

    /// <summary>When the request arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, without the query string.</summary>
    public required string Path { get; init; }

    /// <summary>The ID of the operation in DigitalOcean's API, such as <c>droplets_list</c>, or the step of OAuth, such as <c>token</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The scopes that the operation needs. A space means that both are needed, a bar means that one of them is sufficient.</summary>
    public string NeededScopes { get; init; } = "";

    /// <summary>The scopes of the request's token.</summary>
    public IReadOnlyList<string> TokenScopes { get; init; } = [];

    /// <summary>The client that the request's token was issued to.</summary>
    public string? ClientId { get; init; }

    /// <summary>The status of the response, or 0 if the connection was closed without one.</summary>
    public required int Status { get; init; }

    /// <summary>The time until the response started.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Why the request was refused, or what is unwise about it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
