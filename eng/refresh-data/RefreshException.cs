namespace DoOAuth.RefreshData;

/// <summary>The data cannot be refreshed from what was given; the message is for whoever gave it.</summary>
public sealed class RefreshException : Exception
{
    /// <summary>Nothing is said.</summary>
    public RefreshException()
    {
    }

    /// <summary>Says what is wrong.</summary>
    public RefreshException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and what came of it below.</summary>
    public RefreshException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
