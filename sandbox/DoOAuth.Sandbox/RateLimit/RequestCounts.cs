using System.Collections.Concurrent;

namespace DoOAuth.Sandbox.RateLimit;

/// <summary>The requests of each token.</summary>
internal sealed class RequestCounts(SandboxOptions options)
{
    private readonly ConcurrentDictionary<string, RequestWindow> _windows = new(StringComparer.Ordinal);

    /// <summary>The limit that the headers count down from.</summary>
    public SandboxRateLimit Limit { get; } = options.RateLimit ?? SandboxRateLimit.AtDigitalOcean;

    /// <summary>Counts a request of a token, or of none if the ID is empty.</summary>
    public RequestCount Count(string tokenId) => _windows
        .GetOrAdd(tokenId, static (_, limit) => new RequestWindow(limit), Limit)
        .Count(options.TimeProvider.GetUtcNow().UtcTicks, isEnforced: options.RateLimit is not null);

    /// <summary>Forgets all requests.</summary>
    public void Clear() => _windows.Clear();
}
