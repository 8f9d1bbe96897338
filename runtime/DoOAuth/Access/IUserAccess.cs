namespace DoOAuth;

/// <summary>Where a client takes its user's tokens from.</summary>
internal interface IUserAccess
{
    /// <summary>Who asks.</summary>
    SessionUse Use { get; }

    /// <summary>The newest tokens that are known here, refreshed where that is due.</summary>
    /// <exception cref="DigitalOceanAccessException">There are none, or none for now.</exception>
    ValueTask<UserTokens> GetAsync(CancellationToken cancellationToken);

    /// <summary>Goes on with these from now on, where the API refused those before.</summary>
    void GoOnWith(UserTokens newer);

    /// <summary>The request that cannot go on without the access, to be answered where the app does not; null outside of requests.</summary>
    /// <param name="isInVain">Whether to sign in again would lead straight back.</param>
    RefusedRequest? Refused(bool isInVain = false);
}
