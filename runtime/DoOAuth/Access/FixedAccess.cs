namespace DoOAuth;

/// <summary>The access of a test's client, which has no session. Its token is not one of DigitalOcean's.</summary>
internal sealed class FixedAccess : IUserAccess
{
    private static readonly UserTokens Test = new(
        "test", new SessionTokens("test-token", RefreshToken: null, DateTimeOffset.MaxValue, TimeSpan.FromDays(30), Generation: 0));

    public SessionUse Use => SessionUse.Connection;

    public ValueTask<UserTokens> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Test);

    public void GoOnWith(UserTokens newer)
    {
    }

    public RefusedRequest? Refused(bool isInVain = false) => null;
}
