using System.Collections.Immutable;
using DoOAuth.Analyzers.Calls;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A call of the API.</summary>
/// <param name="From">The code in which it stands.</param>
/// <param name="Call">The call.</param>
/// <param name="Cover">What is known about the user's scopes there.</param>
/// <param name="Through">The methods that hand the address on, where callers decide on it.</param>
internal sealed record CallFact(CodeKey From, ApiCall Call, ImmutableArray<CoverAtom> Cover, ImmutableArray<CodeKey> Through);
