using System.Collections.Immutable;
using DoOAuth.Analyzers.Values;

namespace DoOAuth.Analyzers.Calls;

/// <summary>What could be read of an invocation.</summary>
/// <param name="Call">The call of the API that it is or may become; null for another one.</param>
/// <param name="Unclaimed">The requests that plain clients send to a host which nothing names.</param>
/// <param name="IsSettled">Whether other files and callers cannot tell more about it.</param>
/// <param name="Limit">The limit that was reached, if it is a call of the API of which too little is known for that.</param>
internal readonly record struct ApiReading(ApiCall? Call, ImmutableArray<ApiCallAlternative> Unclaimed, bool IsSettled, ReachedLimit? Limit = null)
{
    /// <summary>Of an invocation that has nothing to do with the API.</summary>
    public static ApiReading None { get; } = new(null, [], IsSettled: true);
}
