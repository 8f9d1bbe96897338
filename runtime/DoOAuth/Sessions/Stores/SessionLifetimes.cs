namespace DoOAuth;

/// <summary>How long what belongs to a session is kept if nobody uses it.</summary>
internal static class SessionLifetimes
{
    /// <summary>
    /// How long a session may lie idle. DigitalOcean, not the cookie, decides when a session is over; this only bounds what has to be remembered of
    /// those that were signed out.
    /// </summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(90);

    /// <summary>How long tokens are kept that work outside of requests relies on: until the next use refreshes them, however rare it is.</summary>
    public static readonly TimeSpan KeptAccess = TimeSpan.FromDays(180);
}
