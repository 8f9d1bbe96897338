namespace DoOAuth;

/// <summary>What uses a session's tokens.</summary>
internal enum SessionUse
{
    /// <summary>A request that starts with the session's cookie. Once a sign-in has replaced the session, the cookie is not valid.</summary>
    Cookie,

    /// <summary>
    /// A request or connection that was let in before and is still active: a handler, a hub, a circuit, a stream. It follows the session to the one
    /// that replaced it.
    /// </summary>
    Connection,

    /// <summary>Work outside of requests that uses the session. It also follows the session, and keeps its newest tokens remembered.</summary>
    Kept,
}
