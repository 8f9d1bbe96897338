namespace DoOAuth;

/// <summary>
/// What the machines share cannot be reached. Requests that do without go on, the others are answered 503 <c>store_unreachable</c>, and
/// nobody is signed out by it.
/// </summary>
internal sealed class SessionStoreException(string message, Exception? innerException = null) : IOException(message, innerException)
{
    /// <summary>Whether another exception comes of one of these, such as one of encryption whose keys are in the store.</summary>
    public static bool IsCauseOf(Exception? exception) =>
        exception is SessionStoreException || (exception is not null && IsCauseOf(exception.InnerException));
}
