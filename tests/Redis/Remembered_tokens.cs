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
    public async Task A_pending_write_does_not_wake_a_session_that_was_ended_meanwhile()
    {
        var (store, other) = (await StoreAsync(), await StoreAsync());
        Assert.Null(await store.FindAsync(Session, default));
        Assert.Null(await other.FindAsync(Session, default));
        await Redis.KillAsync();
        await store.WriteAsync(Session, RememberedSession.Of(Tokens(1), isKept: false), Minute, default);
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
        await store.WriteAsync(Session, RememberedSession.Of(Tokens(1), isKept: false), Minute, default);
        await using (var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(Redis.Configuration))
        {
            await connection.GetDatabase().KeyRenameAsync($"DoOAuth:Fleet:Production:DropletDeck:{ClientIdHash}:tokens:{Session}", $"DoOAuth:Fleet:Production:DropletDeck:{ClientIdHash}:tokens:{Session[..^1]}0");
        }

        await Assert.ThrowsAsync<SessionStoreException>(() => store.FindAsync(Session[..^1] + "0", default).AsTask());
    }

    [Fact]
    public async Task What_another_key_encrypted_is_not_taken_for_nothing()
    {
        await (await StoreAsync()).WriteAsync(Session, RememberedSession.Of(Tokens(1), isKept: false), Minute, default);
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
                await store.WriteAsync(Session, RememberedSession.Ended(), Minute, default);
                return;
            }
            catch (SessionStoreException) when (attempt < 100)
            {
                await Task.Delay(100);
            }
        }
    }
}
