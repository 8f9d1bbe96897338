namespace DoOAuth.Redis.Tests.Soak;

/// <summary>A request of an instance to refresh, as it passed on its way to the provider.</summary>
/// <param name="Instance">Which instance asked.</param>
/// <param name="Spent">The refresh token that it presented.</param>
/// <param name="Life">The access token that came with it.</param>
/// <param name="Asked">When it asked.</param>
/// <param name="Answered">When the answer went back.</param>
/// <param name="Status">The answer's status; 0 where the connection was dropped.</param>
/// <param name="Next">The refresh token that it got, or null.</param>
internal sealed record Refresh(int Instance, string Spent, TokenLife Life, DateTime Asked, DateTime Answered, int Status, string? Next)
{
    public bool Succeeded => Next is not null;

    /// <summary>DigitalOcean ended the session: the token was already used.</summary>
    public bool IsInvalidGrant => Status == StatusCodes.Status400BadRequest && !Succeeded;
}
