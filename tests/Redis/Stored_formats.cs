using StackExchange.Redis;

namespace DoOAuth.Redis.Tests;

/// <summary>What lies in Redis has to be readable to the next version: a new instance starts beside the old ones.</summary>
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
        var machine = await StartMachineAsync();
        await ReadyAsync(machine);
        var store = machine.Services.GetRequiredKeyedService<ISessionTokenStore>(DropletDeck.Scheme);
        var tokens = new SessionTokens("access", "refresh", DateTimeOffset.UtcNow, Minute, Generation: 3);
        await store.RememberAsync(Session, tokens, isKept: true, Minute, default);
        Assert.Equal(("1", "3"), (await ReadAsync("kept"), await ReadAsync("generation")));
        Assert.Equal(["generation", "kept", "tokens"], await FieldsAsync());
        await store.RefuseAsync(Session, FailureReasons.InvalidGrant, generation: 3, Minute, default);
        Assert.Equal(("invalid_grant", "3"), (await ReadAsync("ended"), await ReadAsync("upto")));
        Assert.Equal(["ended", "upto"], await FieldsAsync());
        await store.ReplaceAsync(Session, "another", Minute, default);
        Assert.Equal("another", await ReadAsync("next"));
        Assert.Equal(["next"], await FieldsAsync());
        await store.EndAsync(Session, reason: null, Minute, default);
        Assert.Equal("", await ReadAsync("ended"));
        Assert.Equal(["ended"], await FieldsAsync());
    }

    private async Task<string?> ReadAsync(string field) => await WithHashAsync(async (database, key) => (string?)await database.HashGetAsync(key, field));

    private Task<string[]> FieldsAsync() => WithHashAsync(async (database, key) =>
        (await database.HashKeysAsync(key)).Select(field => field.ToString()).Order(StringComparer.Ordinal).ToArray());

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
