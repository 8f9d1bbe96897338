using Microsoft.Data.Sqlite;

namespace DoOAuth.Tests.Stores;

// docs/other-databases.md shows all that follows, word for word: a test compares the two.

/// <summary>Remembers refreshed tokens and ended sessions. The comparison and the write are one statement.</summary>
public sealed class SqlSessionTokenStore(SessionDatabase database, [FromKeyedServices] RememberedSessionFormat format, TimeProvider time) : ISessionTokenStore
{
    public async ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            "SELECT session FROM remembered WHERE id = @0 AND until > @1", row => row.GetFieldValue<byte[]>(0), cancellationToken,
            sessionId, time.GetUtcNow().ToUnixTimeMilliseconds());
        return found is [var session] ? format.Unprotect(sessionId, session) : null;
    }

    public async ValueTask WriteAsync(string sessionId, RememberedSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await database.ExecuteAsync(
            """
            INSERT INTO remembered (id, rank, session, until) VALUES (@0, @1, @2, @3)
            ON CONFLICT (id) DO UPDATE SET rank = excluded.rank, session = excluded.session, until = excluded.until
            WHERE remembered.rank <= @4 OR remembered.until <= @5
            """,
            cancellationToken,
            sessionId, session.Rank, format.Protect(sessionId, session), (now + keepFor).ToUnixTimeMilliseconds(), session.ReplacesUpTo, now.ToUnixTimeMilliseconds());
    }
}

/// <summary>A row for each lock that is held. Its holder extends it; one that a dead machine leaves ends after <see cref="Lease"/>.</summary>
public sealed class SqlSessionLock(SessionDatabase database, TimeProvider time) : ISessionLock
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan TryEvery = TimeSpan.FromMilliseconds(50);

    public async ValueTask<IAsyncDisposable> AcquireAsync(string sessionId, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid().ToString();
        var began = time.GetTimestamp();
        while (!await TryHoldAsync(sessionId, owner))
        {
            if (time.GetElapsedTime(began) > LongestWait)
            {
                throw new SessionStoreException("Another machine has held the session's lock for too long.");
            }

            await Task.Delay(TryEvery, cancellationToken);
        }

        return new Held(() => TryHoldAsync(sessionId, owner), () => DeleteAsync(sessionId, owner), time);
    }

    // Takes the lock, or extends it. Not canceled half-way: nobody would know whether it is held.
    private async Task<bool> TryHoldAsync(string sessionId, string owner)
    {
        var now = time.GetUtcNow();
        return await database.ExecuteAsync(
            """
            INSERT INTO locks (id, owner, until) VALUES (@0, @1, @2)
            ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, until = excluded.until
            WHERE locks.owner = excluded.owner OR locks.until <= @3
            """,
            CancellationToken.None,
            sessionId, owner, (now + Lease).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds()) > 0;
    }

    private Task<int> DeleteAsync(string sessionId, string owner) =>
        database.ExecuteAsync("DELETE FROM locks WHERE id = @0 AND owner = @1", CancellationToken.None, sessionId, owner);

    private sealed class Held : IAsyncDisposable
    {
        private readonly Func<Task> _release;
        private readonly CancellationTokenSource _released = new();
        private readonly Task _extending;

        public Held(Func<Task> extend, Func<Task> release, TimeProvider time)
        {
            _release = release;
            _extending = ExtendAsync(extend, time);
        }

        public async ValueTask DisposeAsync()
        {
            await _released.CancelAsync();
            await _extending;
            _released.Dispose();
            try
            {
                await _release();
            }
            catch (SessionStoreException)
            {
                // The lease ends by itself.
            }
        }

        private async Task ExtendAsync(Func<Task> extend, TimeProvider time)
        {
            using var timer = new PeriodicTimer(Lease / 5, time);
            while (await WaitAsync(timer))
            {
                try
                {
                    await extend();
                }
                catch (SessionStoreException)
                {
                    // Next time.
                }
            }
        }

        private async Task<bool> WaitAsync(PeriodicTimer timer)
        {
            try
            {
                return await timer.WaitForNextTickAsync(_released.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }
}

/// <summary>Stores whole sessions. Only an app that calls <c>StoreSessionsOnServer</c> needs it.</summary>
public sealed class SqlStoredSessions(SessionDatabase database, TimeProvider time) : IStoredSessions
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public async ValueTask AddAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        if (keepFor > TimeSpan.Zero)
        {
            await database.ExecuteAsync(
                """
                INSERT INTO sessions (id, user, ticket, until) VALUES (@0, @1, @2, @3)
                ON CONFLICT (id) DO UPDATE SET user = excluded.user, ticket = excluded.ticket, until = excluded.until
                """,
                cancellationToken,
                sessionId, session.UserUuid, session.ProtectedTicket.ToArray(), Until(keepFor));
        }
    }

    public async ValueTask<bool> ReplaceAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            "UPDATE sessions SET user = @1, ticket = @2, until = @3 WHERE id = @0 AND until > @4", cancellationToken,
            sessionId, session.UserUuid, session.ProtectedTicket.ToArray(), Until(keepFor), Now) > 0;

    public async ValueTask<StoredSession?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            "SELECT user, ticket FROM sessions WHERE id = @0 AND until > @1", row => new StoredSession(row.GetString(0), row.GetFieldValue<byte[]>(1)), cancellationToken,
            sessionId, Now);
        return found is [var session] ? session : null;
    }

    public async ValueTask RemoveAsync(string sessionId, CancellationToken cancellationToken) =>
        await database.ExecuteAsync("DELETE FROM sessions WHERE id = @0", cancellationToken, sessionId);

    public async ValueTask<IReadOnlyList<string>> FindAllOfAsync(string userUuid, CancellationToken cancellationToken) => await database.ReadAsync(
        "SELECT id FROM sessions WHERE user = @0 AND until > @1", row => row.GetString(0), cancellationToken, userUuid, Now);

    private long Until(TimeSpan keepFor) => (time.GetUtcNow() + keepFor).ToUnixTimeMilliseconds();
}

/// <summary>Runs statements. An error of the database becomes a <see cref="SessionStoreException"/>.</summary>
public sealed class SessionDatabase(string connectionString)
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS remembered (id TEXT PRIMARY KEY, rank INTEGER NOT NULL, session BLOB NOT NULL, until INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS locks (id TEXT PRIMARY KEY, owner TEXT NOT NULL, until INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, user TEXT NOT NULL, ticket BLOB NOT NULL, until INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS sessions_of_user ON sessions (user);
        """;

    private volatile bool _hasTables;

    public Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values) =>
        RunAsync(sql, values, command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    public Task<List<T>> ReadAsync<T>(string sql, Func<SqliteDataReader, T> read, CancellationToken cancellationToken, params object[] values) => RunAsync(
        sql,
        values,
        async command =>
        {
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            List<T> all = [];
            while (await rows.ReadAsync(cancellationToken))
            {
                all.Add(read(rows));
            }

            return all;
        },
        cancellationToken);

    private async Task<T> RunAsync<T>(string sql, object[] values, Func<SqliteCommand, Task<T>> run, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            if (!_hasTables)
            {
                command.CommandText = Tables;
                await command.ExecuteNonQueryAsync(cancellationToken);
                _hasTables = true;
            }

            command.CommandText = sql;
            for (var number = 0; number < values.Length; number++)
            {
                command.Parameters.AddWithValue($"@{number}", values[number]);
            }

            return await run(command);
        }
        catch (SqliteException exception)
        {
            throw new SessionStoreException("The database of the sessions cannot be used.", exception);
        }
    }
}
