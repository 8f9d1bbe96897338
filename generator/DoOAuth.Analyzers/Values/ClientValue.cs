using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>Whose client it is.</summary>
/// <param name="Type">The static type before conversions.</param>
/// <param name="Parameter">The parameter of the enclosing method, where only its callers know.</param>
/// <param name="Base">The base address that the code gives to a client that is not DigitalOcean's by its type.</param>
internal sealed record ClientValue(ITypeSymbol? Type, IParameterSymbol? Parameter = null, ClientBase? Base = null) : IOpenValue<ClientValue>
{
    public static ClientValue Unknown { get; } = new(null, null);

    /// <summary>The client that it is if no caller decides: the one that the project registers for a typed client.</summary>
    public ClientValue? Otherwise { get; init; }

    /// <summary>The client without a caller who decides.</summary>
    public ClientValue Alone => Parameter is null ? this : Otherwise ?? this with { Parameter = null };

    /// <summary>Whether it is a <c>DigitalOceanClient</c>.</summary>
    public bool IsDigitalOcean => ClientTypes.IsDigitalOcean(Type);

    /// <summary>The type of DigitalOcean's client that it may be for some objects, or for some type arguments; null for none.</summary>
    public ITypeSymbol? Possible { get; init; }

    /// <summary>Which client one of several is: it is DigitalOcean's if one of them is. Of several classes, only the type that they share is known.</summary>
    public static ClientValue Single(ImmutableArray<ClientValue> clients, ITypeSymbol? type) =>
        clients is [var only] && only != Unknown ? only
        : clients.Where(client => client.IsDigitalOcean).Select(client => client.Type).Distinct(SymbolEqualityComparer.Default).ToList() is { Count: > 0 } own ? new ClientValue(own is [ITypeSymbol one] ? one : ClientTypes.Base((ITypeSymbol?)own[0]))
        : new ClientValue(type) { Possible = clients.Select(client => client.Possible).FirstOrDefault(possible => possible is not null) };

    /// <inheritdoc/>
    public bool HasParameters => Parameter is not null;

    /// <inheritdoc/>
    public ImmutableArray<ClientValue> Substitute(CallArguments arguments) =>
        Parameter is null || !arguments.Decides(Parameter) ? [this]
        : arguments.TryGet(Parameter, out var argument) && !argument.Clients.IsEmpty ? [.. argument.Clients.Select(client => client with { Base = client.Base ?? Base })]
        : [Alone];

    /// <inheritdoc/>
    public ClientValue Through(IParameterSymbol parameter) => this;

    /// <summary>Whether it has the same type, parameter and base address.</summary>
    public bool Equals(ClientValue? other) => other is not null
        && SymbolEqualityComparer.Default.Equals(Type, other.Type)
        && SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter)
        && Equals(Base, other.Base)
        && Equals(Otherwise, other.Otherwise)
        && SymbolEqualityComparer.Default.Equals(Possible, other.Possible);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
}
