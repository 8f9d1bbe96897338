using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Tests;

/// <summary>What one machine remembers of sessions: as much as it takes, and no more than it may.</summary>
public sealed class Sessions_in_memory
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly OpenConnections _connections = new();

    private static SessionTokens Tokens(int generation) => new($"access-{generation}", $"refresh-{generation}", DateTimeOffset.UtcNow, Life, generation);

    private static RememberedSession Live(int generation) => RememberedSession.Of(Tokens(generation), isKept: false);

    private static RememberedSession Refused(int generation) => RememberedSession.Refused(FailureReasons.InvalidGrant, generation);

    private static string Id(int number) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void What_may_take_the_place_of_what()
    {
        var ended = RememberedSession.Ended(reason: null);
        var replaced = RememberedSession.Replaced("another");
        RememberedSession[] all = [Live(1), Live(2), Refused(1), Refused(2), replaced, ended];
        Assert.All(all, session => Assert.True(session.MayReplace(there: null)));
        Assert.All(all, session => Assert.False(session.MayReplace(ended)));
        Assert.All(all, session => Assert.Equal(session == ended || session == replaced, session.MayReplace(replaced)));
        foreach (var there in new[] { Live(1), Live(2), Refused(1), Refused(2) })
        {
            Assert.True(ended.MayReplace(there));
            Assert.True(replaced.MayReplace(there));
        }

        Assert.True(Live(2).MayReplace(Live(1)));
        Assert.True(Live(1).MayReplace(Live(1)));
        Assert.False(Live(1).MayReplace(Live(2)));
        Assert.True(Live(2).MayReplace(Refused(1)));
        Assert.False(Live(1).MayReplace(Refused(1)));
        Assert.True(Refused(1).MayReplace(Live(1)));
        Assert.False(Refused(1).MayReplace(Live(2)));
        Assert.True(Refused(2).MayReplace(Refused(1)));
        Assert.False(Refused(1).MayReplace(Refused(2)));
        Assert.False(Refused(1).MayReplace(Refused(1)));
    }

    [Fact]
    public void What_is_remembered_says_nothing_of_its_tokens()
    {
        Assert.Equal("RememberedSession { Rank = 2 }", Live(1).ToString());
        Assert.DoesNotContain("access-1", System.Text.Json.JsonSerializer.Serialize(Live(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_of_sessions_that_are_over_are_bounded_and_the_oldest_goes_first()
    {
        var store = new MemorySessionTokenStore(_time, _connections, mostMarks: 1000, mostTokens: 1000);
        for (var number = 0; number < 5000; number++)
        {
            await store.WriteAsync(Id(number), RememberedSession.Ended(), Life, default);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(store.Count, 900, 1100);
        Assert.Null(await store.FindAsync(Id(0), default));
        Assert.True((await store.FindAsync(Id(4999), default))?.IsEnded);
        Assert.True((await store.FindAsync(Id(4200), default))?.IsEnded);
    }

    [Fact]
    public async Task Tokens_are_bounded_too_and_those_that_somebody_relies_on_stay()
    {
        var store = new MemorySessionTokenStore(_time, _connections, mostMarks: 1000, mostTokens: 1000);
        await store.WriteAsync("kept", RememberedSession.Of(Tokens(1), isKept: true), Life, default);
        await store.WriteAsync("connected", RememberedSession.Of(Tokens(1), isKept: false), Life, default);
        await store.WriteAsync("left", RememberedSession.Of(Tokens(1), isKept: false), Life, default);
        var close = _connections.Open("connected");
        for (var number = 0; number < 5000; number++)
        {
            await store.WriteAsync(Id(number), RememberedSession.Of(Tokens(1), isKept: false), Life, default);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(store.Count, 900, 1102);
        Assert.NotNull(await store.FindAsync("kept", default));
        Assert.NotNull(await store.FindAsync("connected", default));
        Assert.Null(await store.FindAsync("left", default));

        _time.Advance(TimeSpan.FromDays(400));
        Assert.NotNull(await store.FindAsync("connected", default));
        Assert.Null(await store.FindAsync("kept", default));
        await close();
        Assert.Null(await store.FindAsync("connected", default));
    }

    [Fact]
    public async Task As_many_marks_as_there_may_be_take_less_than_64_megabytes()
    {
        var store = new MemorySessionTokenStore(_time, _connections);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var number = 0; number < MemorySessionTokenStore.MostMarks; number++)
        {
            await store.WriteAsync(Id(number), RememberedSession.Ended(), Life, default);
        }

        var used = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(store.Count > MemorySessionTokenStore.MostMarks * 9 / 10);
        Assert.InRange(used, 1, 64L << 20);
    }

    [Fact]
    public async Task A_session_has_a_connection_until_the_last_is_closed()
    {
        var (one, two) = (_connections.Open("session"), _connections.Open("session"));
        Assert.True(_connections.Has("session"));
        await one();
        Assert.True(_connections.Has("session"));
        await two();
        Assert.False(_connections.Has("session"));
        Assert.False(_connections.Has("another"));
    }

    [Fact]
    public async Task Connections_go_on_with_whatever_took_their_sessions_place()
    {
        var close = _connections.Open("first");
        _connections.Replace("first", "second");
        _connections.Replace("second", "third");
        _connections.Replace("elsewhere", "nowhere");
        Assert.True(_connections.Has("second") && _connections.Has("third"));
        Assert.False(_connections.Has("nowhere"));
        var ofSecond = _connections.Open("second");
        await close();
        Assert.False(_connections.Has("first"));
        Assert.True(_connections.Has("third"));
        await ofSecond();
        Assert.False(_connections.Has("second") || _connections.Has("third"));
    }

    [Fact]
    public async Task Each_session_has_a_lock_of_its_own_and_none_is_left_behind()
    {
        var locks = new MemorySessionLock();
        var held = new List<IAsyncDisposable>();
        for (var number = 0; number < 1500; number++)
        {
            held.Add(await locks.AcquireAsync(Id(number), default));
        }

        using var impatient = new CancellationTokenSource();
        var waiting = locks.AcquireAsync(Id(7), impatient.Token).AsTask();
        var next = locks.AcquireAsync(Id(7), default).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(next.IsCompleted);
        foreach (var one in held)
        {
            await one.DisposeAsync();
        }

        await (await next).DisposeAsync();
        Assert.Equal(0, locks.Count);
    }
}
