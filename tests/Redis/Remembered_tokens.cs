using Microsoft.AspNetCore.DataProtection;

namespace DoOAuth.Redis.Tests;

/// <summary>What no request brings about at will: writes that come late, and what somebody else put into Redis.</summary>
public sealed class Remembered_tokens : FleetTests
{
    private const string Session = "0123456789abcdef0123456789abcdef";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static SessionTokens Tokens(int generation) => new($"access-{generation}", $"refresh-{generation}", DateTimeOffset.UtcNow + Minute, Minute, generation);

    private async Task<ISessionTokenStore> StoreAsync() =>
        (await StartMachineAsync()).Services.GetRequiredKeyedService<ISessionTokenStore>(DropletDeck.Scheme);

    [Fact]
    public async Task What_one_machine_remembers_another_finds()
    {
        var (store, other) = (await StoreAsync(), await StoreAsync());
        Assert.Null(await other.FindAsync(Session, default));
        var tokens = Tokens(1);
        await store.RememberAsync(Session, tokens, isKept: true, Minute, default);

        Assert.Equal(RememberedSession.Of(tokens, isKept: true), await other.FindAsync(Session, default));
    }

    [Fact]
    public async Task Tokens_of_an_earlier_generation_come_too_late()
    {
        var store = await StoreAsync();
        await store.RememberAsync(Session, Tokens(2), isKept: false, Minute, default);
        await store.RememberAsync(Session, Tokens(1), isKept: false, Minute, default);
        Assert.Equal(2, (await store.FindAsync(Session, default))?.Tokens?.Generation);

        await store.RememberAsync(Session, Tokens(10), isKept: false, Minute, default);
        Assert.Equal(10, (await store.FindAsync(Session, default))?.Tokens?.Generation);
    }

    [Fact]
    public async Task The_same_generation_may_become_kept()
    {
        var store = await StoreAsync();
        await store.RememberAsync(Session, Tokens(1), isKept: false, Minute, default);
        await store.RememberAsync(Session, Tokens(1), isKept: true, Minute, default);

        Assert.True((await store.FindAsync(Session, default))?.IsKept);
    }

    [Fact]
    public async Task An_end_is_final_and_keeps_its_reason()
    {
        var store = await StoreAsync();
        await store.RememberAsync(Session, Tokens(1), isKept: false, Minute, default);
        await store.EndAsync(Session, FailureReasons.InvalidGrant, Minute, default);
        await store.RememberAsync(Session, Tokens(2), isKept: false, Minute, default);
        await store.EndAsync(Session, reason: null, Minute, default);

        Assert.Equal(RememberedSession.Ended(FailureReasons.InvalidGrant), await store.FindAsync(Session, default));
    }

    [Fact]
    public async Task What_is_said_of_a_generation_of_tokens_touches_no_later_one()
    {
        var store = await StoreAsync();
        await store.RefuseAsync(Session, FailureReasons.InvalidGrant, generation: 3, Minute, default);
        Assert.Equal(RememberedSession.Refused(FailureReasons.InvalidGrant, 3), await store.FindAsync(Session, default));
        await store.RememberAsync(Session, Tokens(3), isKept: false, Minute, default);
        await store.RefuseAsync(Session, FailureReasons.InvalidGrant, generation: 2, Minute, default);
        Assert.Equal(RememberedSession.Refused(FailureReasons.InvalidGrant, 3), await store.FindAsync(Session, default));

        await store.RememberAsync(Session, Tokens(10), isKept: false, Minute, default);
        Assert.Equal(10, (await store.FindAsync(Session, default))?.Tokens?.Generation);
        await store.RefuseAsync(Session, FailureReasons.InvalidGrant, generation: 9, Minute, default);
        Assert.Equal(10, (await store.FindAsync(Session, default))?.Tokens?.Generation);
        await store.RefuseAsync(Session, FailureReasons.InvalidGrant, generation: 10, Minute, default);
        Assert.Equal(RememberedSession.Refused(FailureReasons.InvalidGrant, 10), await store.FindAsync(Session, default));
    }

    [Fact]
    public async Task A_session_that_was_replaced_stays_so_until_it_is_ended()
    {
        var (store, other) = (await StoreAsync(), await StoreAsync());
        await store.RememberAsync(Session, Tokens(1), isKept: true, Minute, default);
        await store.ReplaceAsync(Session, "another", Minute, default);
        await other.RememberAsync(Session, Tokens(2), isKept: true, Minute, default);
        await other.RefuseAsync(Session, FailureReasons.InvalidGrant, generation: 5, Minute, default);
        Assert.Equal(RememberedSession.Replaced("another"), await store.FindAsync(Session, default));
        await other.ReplaceAsync(Session, "a third", Minute, default);
        Assert.Equal(RememberedSession.Replaced("a third"), await other.FindAsync(Session, default));

        await other.EndAsync(Session, reason: null, Minute, default);
        await store.ReplaceAsync(Session, "another", Minute, default);
        Assert.Equal(RememberedSession.Ended(reason: null), await store.FindAsync(Session, default));
    }

    [Fact]
    public async Task What_is_remembered_is_forgotten_after_its_time()
    {
        var store = await StoreAsync();
        await store.RememberAsync(Session, Tokens(1), isKept: false, TimeSpan.FromSeconds(1), default);
        Assert.Equal(1, (await store.FindAsync(Session, default))?.Tokens?.Generation);
        await Task.Delay(TimeSpan.FromSeconds(1.5));

        Assert.Null(await store.FindAsync(Session, default));
    }

    [Fact]
    public async Task A_pending_write_does_not_wake_a_session_that_was_ended_meanwhile()
    {
        var (store, other) = (await StoreAsync(), await StoreAsync());
        Assert.Null(await store.FindAsync(Session, default));
        Assert.Null(await other.FindAsync(Session, default));
        await Redis.KillAsync();
        await store.RememberAsync(Session, Tokens(1), isKept: false, Minute, default);
        Assert.Equal(1, (await store.FindAsync(Session, default))?.Tokens?.Generation);
        await Redis.StartAgainAsync();
        await EndAsync(other);

        // What is pending is seen by its own machine until that has found Redis again.
        for (var i = 0; i < 200 && (await store.FindAsync(Session, default))?.IsEnded != true; i++)
        {
            await Task.Delay(100);
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.True((await store.FindAsync(Session, default))?.IsEnded);
        Assert.True((await other.FindAsync(Session, default))?.IsEnded);
    }

    [Fact]
    public async Task Tokens_of_one_session_are_none_of_another()
    {
        var store = await StoreAsync();
        await store.RememberAsync(Session, Tokens(1), isKept: false, Minute, default);
        await using (var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(Redis.Configuration))
        {
            await connection.GetDatabase().KeyRenameAsync($"DoOAuth:Fleet:Production:DropletDeck:{ClientIdHash}:tokens:{Session}", $"DoOAuth:Fleet:Production:DropletDeck:{ClientIdHash}:tokens:{Session[..^1]}0");
        }

        await Assert.ThrowsAsync<SessionStoreException>(() => store.FindAsync(Session[..^1] + "0", default).AsTask());
    }

    [Fact]
    public async Task What_another_key_encrypted_is_not_taken_for_nothing()
    {
        await (await StoreAsync()).RememberAsync(Session, Tokens(1), isKept: false, Minute, default);
        var stranger = await StartMachineAsync(builder => builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()));
        var store = stranger.Services.GetRequiredKeyedService<ISessionTokenStore>(DropletDeck.Scheme);
        var thrown = await Assert.ThrowsAsync<SessionStoreException>(() => store.FindAsync(Session, default).AsTask());

        Assert.Contains("do not share their data protection keys", thrown.Message, StringComparison.Ordinal);
    }

    private static async Task EndAsync(ISessionTokenStore store)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await store.EndAsync(Session, reason: null, Minute, default);
                return;
            }
            catch (SessionStoreException) when (attempt < 100)
            {
                await Task.Delay(100);
            }
        }
    }
}
