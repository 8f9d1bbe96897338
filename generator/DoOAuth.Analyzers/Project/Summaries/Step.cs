using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>
/// A way from one piece of code to another: a call, a constructor, a delegate that is made. Whoever runs the first may run the
/// second.
/// </summary>
/// <param name="From">The code in which it stands.</param>
/// <param name="To">The code to which it leads, as it is named there.</param>
/// <param name="Cover">What is known about the user's scopes there.</param>
/// <param name="At">Where it stands.</param>
internal sealed record Step(CodeKey From, CodeTarget To, ImmutableArray<CoverAtom> Cover, Location At)
{
    /// <summary>The arguments that the target may hand on to a call of the API, by the parameters' places; a receiver comes first.</summary>
    public ImmutableArray<HandedArgument> Arguments { get; init; } = [];

    /// <summary>The type of a client that is handed on, for the class to which it belongs.</summary>
    public ITypeSymbol? Client { get; init; }
}
