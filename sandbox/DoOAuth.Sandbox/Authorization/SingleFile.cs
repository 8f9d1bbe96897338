namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Token requests go in single file: OpenIddict reads a token's state and writes it a moment later, so that two of
/// twenty simultaneous refreshes could both find the token unspent.
/// </summary>
internal sealed class SingleFile(RequestDelegate next) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for its turn, where the request is for tokens.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // By the folder, since the paths below it are matched whatever their case and whether a slash follows.
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
