namespace DoOAuth;

/// <summary>Who asks for a session's tokens.</summary>
internal enum SessionUse
{
    /// <summary>A request that begins with the session's cookie. Once a sign-in has put another session in its place, the cookie opens nothing.</summary>
    Cookie,

    /// <summary>
    /// A request or connection that was let in before, and lives on: a handler, a hub, a circuit, a stream. It follows the session to the one that took its
    /// place.
    /// </summary>
    Connection,

    /// <summary>Work outside of requests, which relies on the session. It follows too, and keeps the newest tokens remembered.</summary>
    Kept,
}
