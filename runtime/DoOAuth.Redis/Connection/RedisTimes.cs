namespace DoOAuth;

/// <summary>The times that several parts of the connection hold to.</summary>
internal static class RedisTimes
{
    /// <summary>How long a command may take.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long after an outage no refresh begins: by then every machine that refreshed a session while Redis went away has come back and
    /// written what it got. Another that went first would spend a token that is spent.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
}
