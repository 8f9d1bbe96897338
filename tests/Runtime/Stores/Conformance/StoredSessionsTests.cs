namespace DoOAuth.Tests.Stores;

/// <summary>What every <see cref="IStoredSessions"/> must do. It uses only what is public: copy it, derive a class from it, and open your place in it.</summary>
public abstract class StoredSessionsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Opens the place twice, as two machines do that share a database. Only where there is nothing to share are the two the same.</summary>
    protected abstract Task<(IStoredSessions One, IStoredSessions Other)> OpenAsync();

    /// <summary>Lets time go by.</summary>
    protected virtual Task PassAsync(TimeSpan time) => Task.Delay(time);

    [Fact]
    public async Task What_one_machine_stores_another_finds()
    {
        var (one, other) = await OpenAsync();
        var (id, user) = (NewId(), NewId());
        Assert.Null(await other.FindAsync(id, default));
        await one.AddAsync(id, new StoredSession(user, new byte[] { 0, 255, 1 }), Minute, default);
        await one.AddAsync(id + ".kept", new StoredSession(user, default), Minute, default);

        AssertIs(user, [0, 255, 1], await other.FindAsync(id, default));
        AssertIs(user, [], await other.FindAsync(id + ".kept", default));
        await other.AddAsync(id, new StoredSession(user, new byte[] { 2 }), Minute, default);
        AssertIs(user, [2], await one.FindAsync(id, default));
    }

    [Fact]
    public async Task A_session_is_replaced_only_while_it_is_stored()
    {
        var (one, other) = await OpenAsync();
        var (id, user) = (NewId(), NewId());
        Assert.False(await one.ReplaceAsync(id, new StoredSession(user, new byte[] { 1 }), Minute, default));
        Assert.Null(await one.FindAsync(id, default));
        await one.AddAsync(id, new StoredSession(user, new byte[] { 1 }), Minute, default);
        Assert.True(await other.ReplaceAsync(id, new StoredSession(user, new byte[] { 2 }), Minute, default));
        AssertIs(user, [2], await one.FindAsync(id, default));
        await one.RemoveAsync(id, default);

        Assert.False(await other.ReplaceAsync(id, new StoredSession(user, new byte[] { 3 }), Minute, default));
        Assert.Null(await other.FindAsync(id, default));
        Assert.Empty(await one.FindAllOfAsync(user, default));
    }

    [Fact]
    public async Task A_users_sessions_are_found_and_nobody_elses()
    {
        var (one, other) = await OpenAsync();
        var (user, stranger) = (NewId(), NewId());
        string[] ids = [NewId(), NewId(), NewId()];
        foreach (var id in ids)
        {
            await one.AddAsync(id, new StoredSession(user, new byte[] { 1 }), Minute, default);
        }

        await one.AddAsync(NewId(), new StoredSession(stranger, new byte[] { 1 }), Minute, default);
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await other.FindAllOfAsync(user, default)).Order(StringComparer.Ordinal));
        await other.RemoveAsync(ids[0], default);
        await other.RemoveAsync(ids[0], default);

        Assert.Equal(ids[1..].Order(StringComparer.Ordinal), (await one.FindAllOfAsync(user, default)).Order(StringComparer.Ordinal));
        Assert.Empty(await one.FindAllOfAsync(NewId(), default));
    }

    [Fact]
    public async Task A_session_is_gone_after_its_time_and_a_replacement_renews_it()
    {
        var (one, other) = await OpenAsync();
        var (user, brief, renewed, never) = (NewId(), NewId(), NewId(), NewId());
        await one.AddAsync(brief, new StoredSession(user, new byte[] { 1 }), Second, default);
        await one.AddAsync(renewed, new StoredSession(user, new byte[] { 1 }), Second, default);
        await one.AddAsync(never, new StoredSession(user, new byte[] { 1 }), TimeSpan.Zero, default);
        Assert.Null(await other.FindAsync(never, default));
        Assert.True(await other.ReplaceAsync(renewed, new StoredSession(user, new byte[] { 2 }), Minute, default));
        await PassAsync(Second + Second);

        Assert.Null(await other.FindAsync(brief, default));
        Assert.False(await other.ReplaceAsync(brief, new StoredSession(user, new byte[] { 2 }), Minute, default));
        Assert.Equal([renewed], await other.FindAllOfAsync(user, default));
        AssertIs(user, [2], await one.FindAsync(renewed, default));
    }

    private static void AssertIs(string user, byte[] ticket, StoredSession? session)
    {
        Assert.NotNull(session);
        Assert.Equal(user, session.UserUuid);
        Assert.Equal(ticket, session.ProtectedTicket.ToArray());
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
