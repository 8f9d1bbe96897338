using System.Collections.Immutable;

namespace DoOAuth.Analyzers.Calls;

/// <summary>What could be read of an invocation.</summary>
/// <param name="Call">The call of the API that it is or may become; null for another one.</param>
/// <param name="Unclaimed">The requests that plain clients send to a host which nothing names.</param>
/// <param name="IsSettled">Whether other files and callers cannot tell more about it.</param>
internal readonly record struct ApiReading(ApiCall? Call, ImmutableArray<ApiCallAlternative> Unclaimed, bool IsSettled)
{
    /// <summary>Of an invocation that has nothing to do with the API.</summary>
    public static ApiReading None { get; } = new(null, [], IsSettled: true);
}
