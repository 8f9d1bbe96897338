using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>A call or an assignment that tells later code something about the user's scopes.</summary>
/// <param name="Order">Its place in the graph.</param>
/// <param name="Conditions">What is known after it.</param>
/// <param name="Stops">Whether nothing after it counts: it never comes back, or refuses the request.</param>
internal readonly record struct Teller(int Order, ImmutableArray<PathCondition> Conditions, bool Stops);
