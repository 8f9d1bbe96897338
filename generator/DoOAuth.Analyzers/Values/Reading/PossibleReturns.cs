using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Leaves out the expressions that do not run for what is known.</summary>
internal static class PossibleReturns
{
    /// <summary>The expressions that may run; all of them if none may, which then is none of what is asked for.</summary>
    public static ImmutableArray<IOperation> Of(ImmutableArray<IOperation> expressions, BranchDecision? known)
    {
        if (known is null || expressions.Length < 2)
        {
            return expressions;
        }

        ImmutableArray<IOperation> possible = [.. expressions.Where(known.MayRun)];
        return possible.IsEmpty ? expressions : possible;
    }
}
