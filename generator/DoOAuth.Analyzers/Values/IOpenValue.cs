using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>A value that may depend on parameters, until those who call say what they are.</summary>
/// <typeparam name="T">The value's own type.</typeparam>
internal interface IOpenValue<T>
{
    /// <summary>Whether callers decide on a part of it.</summary>
    bool HasParameters { get; }

    /// <summary>The resulting values with what a call passes. Parameters of other methods than the one that is called stay.</summary>
    ImmutableArray<T> Substitute(CallArguments arguments);

    /// <summary>The value where what it takes from a constructor is that of the object in a parameter.</summary>
    T Through(IParameterSymbol parameter);
}
