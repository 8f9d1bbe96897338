using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>
/// An edge of the call graph: a call, a constructor, a delegate that is created. When the first piece of code runs, the second one
/// can run.
/// </summary>
/// <param name="From">The code that contains it.</param>
/// <param name="To">The code that it leads to, as it is named there.</param>
/// <param name="Conditions">What is known about the user's scopes there.</param>
/// <param name="At">Its location.</param>
internal sealed record CallEdge(CodeKey From, CallTarget To, ImmutableArray<PathCondition> Conditions, Location At)
{
    /// <summary>The call or creation, whose arguments the target may pass to a call of the API; null if nothing is passed.</summary>
    public SyntaxNode? Call { get; init; }

    /// <summary>The type in whose name the code runs that contains it; null for any.</summary>
    public INamedTypeSymbol? Owner { get; init; }

    /// <summary>The type of a client that is passed, which determines the class that it belongs to.</summary>
    public ITypeSymbol? Client { get; init; }
}
