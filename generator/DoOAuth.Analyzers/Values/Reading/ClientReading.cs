using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads whose client an expression is, and which base address the code gives it.</summary>
internal sealed class ClientReading
{
    private readonly ValueReader _values;
    private readonly ClientBases _bases;
    private readonly TypedClientReading _typed;
    private readonly VariableValues<ClientValue> _variables;

    public ClientReading(ValueReader values, ClientBases bases)
    {
        (_values, _bases) = (values, bases);
        _typed = new TypedClientReading(values, bases);
        _variables = new VariableValues<ClientValue>(values, values.Clients, ClientValue.Unknown)
        {
            Change = (clients, property, value) => property.Property.Name == "BaseAddress" ? [.. clients.Select(client => WithToken(client with { Base = BaseOf(value) }, client.Base is { HasOwnToken: true }))] : clients,
        };
    }

    /// <inheritdoc cref="TypedClientReading.Registered"/>
    public ClientValue Registered(ITypeSymbol type) => _typed.Registered(type);

    /// <summary>Reads an expression.</summary>
    public ImmutableArray<ClientValue> Of(IOperation value)
    {
        for (var inner = value; inner is not null; inner = (inner as IConversionOperation)?.Operand ?? (inner as IParenthesizedOperation)?.Operand)
        {
            if (ClientTypes.IsDigitalOcean(inner.Type))
            {
                return [new ClientValue(inner.Type)];
            }
        }

        ImmutableArray<ClientValue> clients = [.. Branches.Of(value).SelectMany(branch => OfBranch(branch)).Distinct()];
        return clients.IsEmpty ? [ClientValue.Unknown] : clients;
    }

    private ImmutableArray<ClientValue> OfBranch(IOperation value) => _typed.Of(value) is { IsDefault: false } typed ? typed : value switch
    {
        { Type: var type } when ClientTypes.IsDigitalOcean(type) => [new ClientValue(type)],
        IParameterReferenceOperation { Parameter: var parameter } when TypedClients.Is(value.Type) =>
            [_typed.Registered(value.Type!) is var registered && ValueReader.CanForward(parameter) ? new ClientValue(value.Type, parameter) { Otherwise = registered } : registered],
        IParameterReferenceOperation use when DelegateCalls.GivenTo(use, _values.Members) is { IsEmpty: false } given => [.. given.SelectMany(client => _values.Clients(client)).Select(client => client.Parameter is null ? client : client.Alone)],
        IParameterReferenceOperation { Parameter: var parameter } => [new ClientValue(value.Type, ValueReader.CanForward(parameter) && ClientTypes.IsPlain(value.Type) ? parameter : null, BaseOf(value, parameter) ?? _bases.Of(value.Type, _values))],
        ILocalReferenceOperation { Local: var local } => _values.Once(value.Syntax, new ClientValue(value.Type), () => _variables.At(value, local)),
        IMemberReferenceOperation { Member: var member } => [.. _values.Members.Read(value, new ClientValue(value.Type), _values.Clients, parameter => new ClientValue(parameter.Type, parameter))
            .Select(client => client with { Base = client.Base ?? _bases.Of(member, _values) })],
        IInvocationOperation { TargetMethod: { Name: "CreateClient", DeclaringSyntaxReferences.IsEmpty: true } } call => [new ClientValue(value.Type, Base: _bases.Named(call, _values))],
        IInvocationOperation => _values.Members.Read(value, new ClientValue(value.Type), _values.Clients, parameter => new ClientValue(parameter.Type, parameter)),
        IObjectCreationOperation creation => [WithToken(new ClientValue(value.Type, Base: InitialBase(creation) ?? _bases.Of(creation.Type, _values)), HasTokenHandler(creation))],
        _ => [new ClientValue(value.Type, Base: _bases.Of(value.Type, _values))],
    };

    private ClientBase? BaseOf(IOperation use, IParameterSymbol parameter) => _bases.Of(parameter, _values)
        ?? (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda && ClientRegistrations.Of(use, lambda) is { } registration ? _bases.Of(registration, _values) : null);

    private ClientBase? InitialBase(IObjectCreationOperation creation)
    {
        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "BaseAddress" }, Value: var value })
            {
                return BaseOf(value);
            }
        }

        return null;
    }

    private ClientBase? BaseOf(IOperation value) =>
        ClientBase.Single(_values.Texts(value)) is { } only ? new ClientBase(only, OwnToken.IsSetWhereMade(value.Syntax)) : null;

    private static ClientValue WithToken(ClientValue client, bool hasOwnToken) =>
        hasOwnToken ? client with { Base = new ClientBase(client.Base?.Address ?? TextPattern.Hole, HasOwnToken: true) } : client;

    // Made with a handler that may set the token, or with one that has such a handler in it.
    private bool HasTokenHandler(IObjectCreationOperation creation) => creation.Arguments
        .Where(argument => argument.Value.Type is { } type && TokenHandlers.IsHandler(type))
        .SelectMany(argument => _values.Origins(argument.Value))
        .Any(handler => handler?.Type is not { } type || TokenHandlers.MaySet(type) || (handler is IObjectCreationOperation inner && HasTokenHandler(inner)));
}
