using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>
/// An edge of the call graph: a call, a constructor, a delegate that is created. Code that runs the first piece of code can run
/// the second.
/// </summary>
/// <param name="From">The code that contains it.</param>
/// <param name="To">The code to which it leads, as it is named there.</param>
/// <param name="Conditions">What is known about the user's scopes there.</param>
/// <param name="At">Its location.</param>
internal sealed record CallEdge(CodeKey From, CallTarget To, ImmutableArray<PathCondition> Conditions, Location At)
{
    /// <summary>The call or creation, whose arguments the target may hand on to a call of the API; null where nothing is handed in.</summary>
    public SyntaxNode? Call { get; init; }

    /// <summary>The type of a client that is handed on, for the class to which it belongs.</summary>
    public ITypeSymbol? Client { get; init; }
}
