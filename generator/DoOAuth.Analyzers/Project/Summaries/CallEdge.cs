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

    /// <summary>
    /// The texts that a call passes, by the positions of their parameters: those that the caller was given itself, and null for a constant. Default if there
    /// are others, which have to be read.
    /// </summary>
    public ImmutableArray<(int Ordinal, IParameterSymbol? Parameter)> Texts { get; init; }

    /// <summary>Whether the text for a parameter is known.</summary>
    /// <param name="ordinal">The parameter's position.</param>
    /// <param name="parameter">The caller's parameter that has it; null for a constant.</param>
    public bool TextsOf(int ordinal, out IParameterSymbol? parameter)
    {
        parameter = null;
        foreach (var text in Texts.IsDefault ? [] : Texts)
        {
            if (text.Ordinal == ordinal)
            {
                parameter = text.Parameter;
                return true;
            }
        }

        return false;
    }

    /// <summary>The types of the objects that a call passes, or the caller's parameters that have them. Null as a parameter means the object on which a method is called.</summary>
    public ImmutableArray<(IParameterSymbol? Parameter, ISymbol Object)> Objects { get; init; }

    /// <summary>The type in whose name the code runs that contains it; null for any.</summary>
    public INamedTypeSymbol? Owner { get; init; }

    /// <summary>The type of a client that is passed, which determines the class that it belongs to.</summary>
    public ITypeSymbol? Client { get; init; }
}
