using StackExchange.Redis;

namespace DoOAuth.Redis.Tests;

/// <summary>The next version has to be able to read what is in Redis: a new instance starts beside the old ones.</summary>
public sealed class Stored_formats : FleetTests
{
    private const string Session = "0123456789abcdef0123456789abcdef";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_stored_session()
    {
        // Version, whose it is with its length, the encrypted ticket.
        byte[] golden = [1, 9, .. "user-uuid"u8, 0xD0, 0x01, 0xFF];
        Assert.Equal(golden, StoredSessionSerializer.Serialize(new StoredSession("user-uuid", new byte[] { 0xD0, 0x01, 0xFF })));
        var read = StoredSessionSerializer.Deserialize(golden);
        Assert.Equal("user-uuid", read.UserUuid);
        Assert.Equal([0xD0, 0x01, 0xFF], read.ProtectedTicket.ToArray());

        golden[0] = 2;
        Assert.Throws<SessionStoreException>(() => StoredSessionSerializer.Deserialize(golden));
    }

    [Fact]
    public async Task What_is_remembered_of_a_session()
    {
        var services = await ServicesAsync();
        var store = services.GetRequiredKeyedService<ISessionTokenStore>(DropletDeck.Scheme);
        var format = services.GetRequiredKeyedService<RememberedSessionFormat>(DropletDeck.Scheme);
        foreach (var (session, rank) in new[]
        {
            (RememberedSession.Of(Tokens, isKept: true), "6"),
            (RememberedSession.Refused(FailureReasons.InvalidGrant, 3), "7"),
            (RememberedSession.Replaced("another"), "1099511627776"),
            (RememberedSession.Ended(), "1099511627777"),
        })
        {
            await store.WriteAsync(Session, session, Minute, default);
            Assert.Equal(["rank", "session"], await WithHashAsync(FieldsAsync));
            Assert.Equal(rank, await WithHashAsync(async (database, key) => (string?)await database.HashGetAsync(key, "rank")));
            Assert.Equal(session, format.Unprotect(Session, await WithHashAsync(async (database, key) => (byte[])(await database.HashGetAsync(key, "session"))!)));
            Assert.Equal(session, await store.FindAsync(Session, default));
        }
    }

    /// <summary>The first form: a field for each part, and the tokens alone encrypted.</summary>
    [Fact]
    public async Task The_first_form_is_still_read_and_gives_way_by_the_same_rule()
    {
        var services = await ServicesAsync();
        var store = services.GetRequiredKeyedService<ISessionTokenStore>(DropletDeck.Scheme);
        var keys = services.GetRequiredKeyedService<ApplicationKeys>(DropletDeck.Scheme);
        var tokens = keys.For("DoOAuth.RememberedTokens").Protect([.. System.Text.Encoding.ASCII.GetBytes(Session), .. SessionTokensSerializer.Serialize(Tokens)]);
        foreach (var (fields, session) in new (HashEntry[], RememberedSession)[]
        {
            ([new("generation", 3), new("tokens", tokens), new("kept", 0)], RememberedSession.Of(Tokens, isKept: false)),
            ([new("ended", "invalid_grant"), new("upto", 3)], RememberedSession.Refused(FailureReasons.InvalidGrant, 3)),
            ([new("next", "another")], RememberedSession.Replaced("another")),
            ([new("ended", "")], RememberedSession.Ended()),
            ([new("ended", "invalid_grant")], RememberedSession.Ended(FailureReasons.InvalidGrant)),
        })
        {
            foreach (var next in new[]
            {
                RememberedSession.Of(Tokens with { Generation = 2 }, isKept: false), RememberedSession.Of(Tokens, isKept: true),
                RememberedSession.Of(Tokens with { Generation = 4 }, isKept: false), RememberedSession.Refused(FailureReasons.InvalidGrant, 2),
                RememberedSession.Refused(FailureReasons.InvalidGrant, 4), RememberedSession.Replaced("a third"), RememberedSession.Ended(),
            })
            {
                await store.WriteAsync(Session, RememberedSession.Ended(), Minute, default);
                await WithHashAsync(async (database, key) =>
                {
                    await database.KeyDeleteAsync(key);
                    await database.HashSetAsync(key, fields);
                    return true;
                });
                Assert.Equal(session, await store.FindAsync(Session, default));
                await store.WriteAsync(Session, next, Minute, default);
                Assert.Equal(next.MayReplace(session) ? next : session, await store.FindAsync(Session, default));
            }
        }
    }

    private static SessionTokens Tokens { get; } = new("access", "refresh", DateTimeOffset.UnixEpoch, Minute, Generation: 3);

    private async Task<IServiceProvider> ServicesAsync()
    {
        var machine = await StartMachineAsync();
        await ReadyAsync(machine);
        return machine.Services;
    }

    private static async Task<string[]> FieldsAsync(IDatabase database, RedisKey key) =>
        [.. (await database.HashKeysAsync(key)).Select(field => field.ToString()).Order(StringComparer.Ordinal)];

    private async Task<T> WithHashAsync<T>(Func<IDatabase, RedisKey, Task<T>> read)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.Configuration);
        List<RedisKey> keys = [];
        await foreach (var key in connection.GetServers().Single().KeysAsync(pattern: $"*:tokens:{Session}"))
        {
            keys.Add(key);
        }

        return await read(connection.GetDatabase(), Assert.Single(keys));
    }
}
