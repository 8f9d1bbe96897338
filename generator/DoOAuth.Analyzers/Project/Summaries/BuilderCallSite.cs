using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A call that passes builders to a method of the project.</summary>
/// <param name="Origin">The builder that the method returns, if it returns one.</param>
/// <param name="From">The code that contains the call.</param>
/// <param name="Member">The method around all lambdas and local functions.</param>
/// <param name="To">The method.</param>
/// <param name="Arguments">The builders and delegates, by the parameters' positions. A receiver comes first.</param>
/// <param name="At">The location of the method's name.</param>
internal sealed record BuilderCallSite(BuilderOrigin Origin, CodeKey From, CodeKey Member, CallTarget To, ImmutableArray<BuilderArgument> Arguments, Location At)
{
    /// <summary>The place of the parameter of <see cref="To"/> that has the delegate which is called; null if it is the method itself.</summary>
    public int? Delegate { get; init; }

    /// <summary>The scopes that the call passes, as in <see cref="PathCondition.Arguments"/>.</summary>
    public string Scopes { get; init; } = "";
}
