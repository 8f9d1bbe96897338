namespace DoOAuth;

/// <summary>How long the data of a session is stored if it is not used.</summary>
internal static class SessionLifetimes
{
    /// <summary>
    /// How long a session can be idle. DigitalOcean, not the cookie, determines when a session ends. This only limits how long signed-out sessions must be
    /// remembered.
    /// </summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(90);

    /// <summary>How long tokens for work outside of requests are stored, so that even rare use can refresh them.</summary>
    public static readonly TimeSpan KeptAccess = TimeSpan.FromDays(180);
}
