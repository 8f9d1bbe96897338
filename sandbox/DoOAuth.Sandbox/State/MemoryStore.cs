using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.State;

/// <summary>
/// The base of OpenIddict's stores, in memory. Building Entity Framework's model, even for its in-memory provider, would take
/// longer than the rest of the start.
/// </summary>
/// <remarks>
/// Entities are not copied, so a change is visible before it is saved. This makes no difference, because token requests are processed
/// one after the other.
/// </remarks>
#pragma warning disable CA1822 // The interfaces of the derived stores need instance methods.
internal abstract class MemoryStore<TEntity>
    where TEntity : StoredEntity, new()
{
    private readonly ConcurrentDictionary<string, TEntity> _entities = new(StringComparer.Ordinal);

    /// <summary>All current entities, the oldest first.</summary>
    protected IEnumerable<TEntity> All => _entities.Values.OrderBy(entity => entity.Id, StringComparer.Ordinal);

    public ValueTask<long> CountAsync(CancellationToken cancellationToken) => new(_entities.Count);

    public ValueTask<long> CountAsync<TResult>(Func<IQueryable<TEntity>, IQueryable<TResult>> query, CancellationToken cancellationToken) =>
        new(query(All.AsQueryable()).LongCount());

    public ValueTask CreateAsync(TEntity entity, CancellationToken cancellationToken) => Done(_entities[entity.Id] = entity);

    public ValueTask DeleteAsync(TEntity entity, CancellationToken cancellationToken) => Done(_entities.TryRemove(entity.Id, out _));

    public ValueTask UpdateAsync(TEntity entity, CancellationToken cancellationToken) => Done(_entities[entity.Id] = entity);

    public ValueTask<TEntity?> FindByIdAsync(string identifier, CancellationToken cancellationToken) => new(_entities.GetValueOrDefault(identifier));

    public ValueTask<TResult?> GetAsync<TState, TResult>(Func<IQueryable<TEntity>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) =>
        new(query(All.AsQueryable(), state).FirstOrDefault());

    public ValueTask<string?> GetIdAsync(TEntity entity, CancellationToken cancellationToken) => new(entity.Id);

    public ValueTask<ImmutableDictionary<string, JsonElement>> GetPropertiesAsync(TEntity entity, CancellationToken cancellationToken) => new(entity.Properties);

    public ValueTask SetPropertiesAsync(TEntity entity, ImmutableDictionary<string, JsonElement> properties, CancellationToken cancellationToken) =>
        Done(entity.Properties = properties);

    public ValueTask<TEntity> InstantiateAsync(CancellationToken cancellationToken) => new(new TEntity());

    public IAsyncEnumerable<TEntity> ListAsync(int? count, int? offset, CancellationToken cancellationToken) =>
        All.Skip(offset ?? 0).Take(count ?? int.MaxValue).ToAsyncEnumerable();

    public IAsyncEnumerable<TResult> ListAsync<TState, TResult>(Func<IQueryable<TEntity>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) =>
        query(All.AsQueryable(), state).ToAsyncEnumerable();

    /// <summary>Completes a method whose work is done by its argument.</summary>
    protected static ValueTask Done<T>(T work)
    {
        _ = work;
        return default;
    }

    /// <summary>Whether a value equals the filter, or the filter is null.</summary>
    protected static bool Matches(string? filter, string? value) => filter is null || string.Equals(filter, value, StringComparison.Ordinal);

    /// <summary>Returns the entities that match.</summary>
    protected IAsyncEnumerable<TEntity> Where(Func<TEntity, bool> fits) => All.Where(fits).ToAsyncEnumerable();

    /// <summary>Revokes the entities that match, and returns their number.</summary>
    protected ValueTask<long> RevokeAsync(Func<TEntity, bool> fits, Action<TEntity, string> setStatus)
    {
        var count = 0L;
        foreach (var entity in All.Where(fits))
        {
            setStatus(entity, Statuses.Revoked);
            count++;
        }

        return new(count);
    }

    /// <summary>Removes the entities that match, and returns their number.</summary>
    protected ValueTask<long> PruneAsync(Func<TEntity, bool> fits)
    {
        var old = All.Where(fits).ToList();
        return new(old.Count(entity => _entities.TryRemove(entity.Id, out _)));
    }
}
#pragma warning restore CA1822
