using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>The class that a client belongs to.</summary>
/// <param name="Type">The static type before conversions.</param>
/// <param name="Parameter">The parameter of the enclosing method, where only its callers know.</param>
internal sealed record ClientValue(ITypeSymbol? Type, IParameterSymbol? Parameter)
{
    public static ClientValue Unknown { get; } = new(null, null);
}
