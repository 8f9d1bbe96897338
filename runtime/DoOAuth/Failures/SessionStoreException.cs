namespace DoOAuth;

/// <summary>
/// The exception that is thrown if the database that sessions are stored in cannot be reached. Requests that do not need it continue. The others get 503
/// <c>store_unreachable</c>, and no user is signed out. Thrown by implementations of <see cref="ISessionTokenStore"/>, <see cref="ISessionLock"/> and
/// <see cref="IStoredSessions"/>.
/// </summary>
/// <param name="message">Why. It is logged, so it must not contain a secret.</param>
/// <param name="innerException">The cause, or null. It is logged too.</param>
public sealed class SessionStoreException(string message, Exception? innerException = null) : IOException(message, innerException)
{
    /// <summary>Whether another exception was caused by this one, such as an encryption error if the keys are in the store.</summary>
    internal static bool IsCauseOf(Exception? exception) =>
        exception is SessionStoreException || (exception is not null && IsCauseOf(exception.InnerException));
}
