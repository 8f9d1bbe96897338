using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>A text that the class of an object decides, or a type argument: what it has for an abstract member, or its name.</summary>
/// <param name="Member">The abstract or virtual member; null for the name of the type.</param>
/// <param name="Type">The type parameter; or the class whose code it is, for the object that runs it.</param>
internal sealed record TextMember(ISymbol? Member, ITypeSymbol Type)
{
    /// <summary>Whether it is the same member of the same type.</summary>
    public bool Equals(TextMember? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Member, other.Member) && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Member) * 31) + SymbolEqualityComparer.Default.GetHashCode(Type));
}
