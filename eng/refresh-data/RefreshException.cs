namespace DoOAuth.RefreshData;

/// <summary>The data cannot be updated from the given file. The message is for the user of the command.</summary>
public sealed class RefreshException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public RefreshException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public RefreshException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public RefreshException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
