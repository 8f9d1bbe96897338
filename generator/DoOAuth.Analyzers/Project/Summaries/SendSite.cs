using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>An invocation, or a method group of a typed client, that sends a request, of which other files or callers may tell more than its own file does.</summary>
/// <param name="From">The code that contains it.</param>
/// <param name="Invocation">The invocation.</param>
/// <param name="Conditions">What is known about the user's scopes there.</param>
internal sealed record SendSite(CodeKey From, SyntaxNode Invocation, ImmutableArray<PathCondition> Conditions);
