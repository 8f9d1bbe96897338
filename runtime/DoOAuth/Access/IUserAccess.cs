namespace DoOAuth;

/// <summary>The source of the user's tokens for a client.</summary>
internal interface IUserAccess
{
    /// <summary>What uses the session.</summary>
    SessionUse Use { get; }

    /// <summary>Gets the newest known tokens, and refreshes them if they are about to expire.</summary>
    /// <exception cref="DigitalOceanAccessException">There are no tokens, or they are unavailable at the moment.</exception>
    ValueTask<UserTokens> GetAsync(CancellationToken cancellationToken);

    /// <summary>Uses these tokens from now on, because the API rejected the previous ones.</summary>
    void GoOnWith(UserTokens newer);

    /// <summary>
    /// The request that cannot continue without access, for the response if the app does not handle the exception. Null outside of requests.
    /// </summary>
    /// <param name="isInVain">Whether a sign-in would lead straight back.</param>
    RefusedRequest? Refused(bool isInVain = false);
}
