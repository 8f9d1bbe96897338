namespace DoOAuth;

/// <summary>Times that several parts of the connection use.</summary>
internal static class RedisTimes
{
    /// <summary>How long a command may take.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long to wait with refreshes after an outage. By then, every machine that refreshed a session while Redis failed has written its new tokens.
    /// A machine that started earlier would use a refresh token that was already used.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
}
