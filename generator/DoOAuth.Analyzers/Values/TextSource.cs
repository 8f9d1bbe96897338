using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values;

/// <summary>Who decides a text that the code does not know, and where it becomes a part of a longer one.</summary>
/// <param name="Parameter">The parameter whose callers decide it; null for the sender of the request.</param>
/// <param name="Member">The names of the members that are read of the parameter, with a dot before each; an element is <c>[]</c>. Empty for the parameter itself.</param>
/// <param name="Place">The location of the expression that is put into a longer text; null as long as it is not.</param>
/// <param name="Escape">The location of the call that escapes it; null if it is not escaped.</param>
internal sealed record TextSource(IParameterSymbol? Parameter, string Member = "", Location? Place = null, Location? Escape = null)
{
    /// <summary>Whether only the sender of the request decides it, and nobody else has to be asked.</summary>
    public bool IsRequest => Parameter is null;

    /// <summary>The call that maps the lambda with the parameter as an endpoint; null if it is another parameter.</summary>
    public InvocationExpressionSyntax? MappedBy { get; init; }

    /// <inheritdoc/>
    public bool Equals(TextSource? other) => other is not null
        && SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter)
        && Member == other.Member
        && Equals(Place, other.Place)
        && Equals(Escape, other.Escape);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Parameter) * 31) + (Place?.GetHashCode() ?? 0));
}
