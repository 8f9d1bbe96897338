using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A call that hands builders to a method of the project.</summary>
/// <param name="Origin">The builder that the method returns, if it does.</param>
/// <param name="From">The code in which the call stands.</param>
/// <param name="Member">The method around all lambdas and local functions.</param>
/// <param name="To">The method.</param>
/// <param name="Arguments">The builders and delegates, by the parameters' places; a receiver comes first.</param>
/// <param name="At">Where the method's name stands.</param>
internal sealed record PassFact(BuilderOrigin Origin, CodeKey From, CodeKey Member, CodeTarget To, ImmutableArray<PassedArgument> Arguments, Location At);
