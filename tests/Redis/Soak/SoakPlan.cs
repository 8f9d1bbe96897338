namespace DoOAuth.Redis.Tests.Soak;

/// <summary>How long, how many, and what goes wrong in turn.</summary>
/// <param name="Duration">For how long users ask and things go wrong.</param>
/// <param name="Users">How many users.</param>
/// <param name="Between">How long everything is left alone between two mishaps.</param>
internal sealed record SoakPlan(TimeSpan Duration, int Users, TimeSpan Between)
{
    public const int Instances = 3;

    /// <summary>How long an access token lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3);

    /// <summary>The whole soak where DOOAUTH_LONG is set, which <c>dotnet eng/test.cs --long</c> does; a short one otherwise.</summary>
    public static SoakPlan Current { get; } = Environment.GetEnvironmentVariable("DOOAUTH_LONG") == "1"
        ? new(TimeSpan.FromMinutes(4), Users: 30, TimeSpan.FromSeconds(7))
        : new(TimeSpan.FromSeconds(22), Users: 10, TimeSpan.FromSeconds(3));

    /// <summary>An instance killed, Redis killed, another instance killed, Redis silent, and so on.</summary>
    public static async Task MishapAsync(int number, Instances instances, RedisServer redis)
    {
        switch (number % 4)
        {
            case 1:
                await redis.KillAsync();
                await Task.Delay(TimeSpan.FromSeconds(1.5));
                await redis.StartAgainAsync();
                break;
            case 3:
                redis.Pause();
                await Task.Delay(TimeSpan.FromSeconds(3));
                redis.Resume();
                break;
            default:
                await instances.KillAndStartAgainAsync(number / 2 % Instances);
                break;
        }
    }
}
