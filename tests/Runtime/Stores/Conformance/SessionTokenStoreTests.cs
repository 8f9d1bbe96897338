namespace DoOAuth.Tests.Stores;

/// <summary>
/// What every <see cref="ISessionTokenStore"/> must do. It uses only what is public: copy it, derive a class from it, and open your store in it.
/// </summary>
public abstract class SessionTokenStoreTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly RememberedSession[] Kinds =
    [
        Live(1), Live(1, isKept: true), Live(2), Live(10),
        RememberedSession.Refused(FailureReasons.InvalidGrant, 1), RememberedSession.Refused(FailureReasons.InvalidGrant, 2), RememberedSession.Refused(FailureReasons.InvalidGrant, 9),
        RememberedSession.Replaced("another"), RememberedSession.Replaced("a third"),
        RememberedSession.Ended(), RememberedSession.Ended(FailureReasons.InvalidGrant),
    ];

    /// <summary>Opens the store twice, as two machines do that share a database. Only where there is nothing to share are the two the same.</summary>
    protected abstract Task<(ISessionTokenStore One, ISessionTokenStore Other)> OpenAsync();

    /// <summary>Lets time go by.</summary>
    protected virtual Task PassAsync(TimeSpan time) => Task.Delay(time);

    [Fact]
    public async Task What_one_machine_writes_another_finds()
    {
        var (one, other) = await OpenAsync();
        foreach (var kind in Kinds)
        {
            var id = NewId();
            Assert.Null(await other.FindAsync(id, default));
            await one.WriteAsync(id, kind, Minute, default);
            Assert.Equal(kind, await other.FindAsync(id, default));
            Assert.Equal(kind, await one.FindAsync(id, default));
        }
    }

    [Fact]
    public async Task A_write_replaces_what_is_there_only_where_it_may()
    {
        var (one, other) = await OpenAsync();
        foreach (var there in Kinds)
        {
            foreach (var next in Kinds)
            {
                var id = NewId();
                await one.WriteAsync(id, there, Minute, default);
                await other.WriteAsync(id, next, Minute, default);
                var expected = next.MayReplace(there) ? next : there;
                Assert.True(expected == await one.FindAsync(id, default), $"{next} was written over {there}: {expected} should be there.");
            }
        }
    }

    [Fact]
    public async Task What_is_remembered_is_forgotten_after_its_time_and_is_in_nobodys_way()
    {
        var (one, other) = await OpenAsync();
        var id = NewId();
        await one.WriteAsync(id, RememberedSession.Ended(), Second, default);
        await one.WriteAsync(id, Live(1), Minute, default);
        Assert.Equal(RememberedSession.Ended(), await other.FindAsync(id, default));
        await PassAsync(Second + Second);

        Assert.Null(await other.FindAsync(id, default));
        await one.WriteAsync(id, Live(1), Minute, default);
        Assert.Equal(Live(1), await other.FindAsync(id, default));
    }

    [Fact]
    public async Task A_write_that_may_not_be_changes_no_time_and_one_that_may_does()
    {
        var (one, other) = await OpenAsync();
        var (refused, renewed) = (NewId(), NewId());
        await one.WriteAsync(refused, Live(2), Second, default);
        await one.WriteAsync(renewed, Live(2), Second, default);
        await other.WriteAsync(refused, Live(1), Minute, default);
        await other.WriteAsync(renewed, Live(2), Minute, default);
        await PassAsync(Second + Second);

        Assert.Null(await one.FindAsync(refused, default));
        Assert.Equal(Live(2), await one.FindAsync(renewed, default));
    }

    [Fact]
    public async Task Of_writes_at_the_same_time_the_one_that_may_replace_all_others_stays()
    {
        var (one, other) = await OpenAsync();
        for (var round = 0; round < 10; round++)
        {
            var (lives, ended) = (NewId(), NewId());
            var generations = Enumerable.Range(0, 30).OrderBy(generation => (generation + round) * 7 % 31);
            await Task.WhenAll(generations.Select(generation => Task.Run(async () =>
            {
                var store = generation % 2 == 0 ? one : other;
                await store.WriteAsync(lives, Live(generation), Minute, default);
                await store.WriteAsync(ended, generation == 15 ? RememberedSession.Ended() : Live(generation), Minute, default);
            })));

            Assert.Equal(Live(29), await one.FindAsync(lives, default));
            Assert.Equal(RememberedSession.Ended(), await other.FindAsync(ended, default));
        }
    }

    private static string NewId() => Guid.NewGuid().ToString("N");

    private static RememberedSession Live(int generation, bool isKept = false) => RememberedSession.Live(
        $"access-{generation}", generation == 10 ? null : $"refresh-{generation}", DateTimeOffset.UnixEpoch.AddDays(30_000), TimeSpan.FromDays(30), generation, isKept);
}
