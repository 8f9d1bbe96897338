namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Processes token requests one at a time. OpenIddict reads a token's status and updates it later, so two simultaneous refreshes
/// could both find the token unused.
/// </summary>
internal sealed class SingleFile(RequestDelegate next) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits until no other token request is processed.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // Checks the prefix only, because OpenIddict ignores case and a trailing slash in the full path.
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.StartsWithSegments("/v1/oauth", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        await _turn.WaitAsync(context.RequestAborted);
        try
        {
            await next(context);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
