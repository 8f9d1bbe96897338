using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Finds the client of HTTP behind a typed client, or a part of one.</summary>
internal sealed class TypedClientReading(ValueReader values, ClientBases bases)
{
    /// <summary>The key under which the creations of a typed client are kept.</summary>
    public static object MadeKey(ITypeSymbol type) => ("made", type.OriginalDefinition);

    /// <summary>The clients; default if the expression has to be followed like that of a client of HTTP.</summary>
    public ImmutableArray<ClientValue> Of(IOperation value) => value switch
    {
        _ when !TypedClients.Is(value.Type) => default,
        IConditionalAccessInstanceOperation => AccessedBy(value) is { } accessed ? values.Clients(accessed) : default,
        IConditionalAccessOperation { WhenNotNull: { } part } => values.Clients(part),
        IObjectCreationOperation creation => ClientIn(creation) is { } given ? [.. values.Clients(given).Select(client => WithToken(client, creation, given))] : [new ClientValue(value.Type)],
        IMemberReferenceOperation { Member.DeclaringSyntaxReferences.IsEmpty: true, Instance: { } whole } when HasClient(whole) => values.Clients(whole),
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } call => call.Instance is { } whole && HasClient(whole) ? values.Clients(whole) : ClientIn(call) is { } given ? values.Clients(given) : [Registered(value.Type!)],
        IMemberReferenceOperation { Member.DeclaringSyntaxReferences.IsEmpty: true } => [Registered(value.Type!)],
        _ => default,
    };

    /// <summary>The client that the project registers for a type, or makes it with everywhere; one without a known origin otherwise.</summary>
    public ClientValue Registered(ITypeSymbol type)
    {
        foreach (var key in new[] { type.OriginalDefinition, MadeKey(type) })
        {
            ImmutableArray<ClientValue> clients = [.. bases.At(key).SelectMany(site => site is null ? [ClientValue.Unknown] : values.Once(site.Syntax.Parent ?? site.Syntax, ClientValue.Unknown, () => values.Clients(site))).Select(client => client.Alone).Distinct()];
            if (!clients.IsEmpty)
            {
                return clients is [var only] && only != ClientValue.Unknown ? only : new ClientValue(type);
            }
        }

        return new ClientValue(type);
    }

    private static bool HasClient(IOperation value) => ClientTypes.IsPlain(value.Type) || ClientTypes.IsDigitalOcean(value.Type) || TypedClients.Is(value.Type);

    private static IOperation? ClientIn(IOperation call) =>
        ValueReader.ArgumentsOf(call).Select(argument => Branches.Unconverted(argument.Value)).FirstOrDefault(HasClient);

    private static IOperation? AccessedBy(IOperation part)
    {
        for (var around = part.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalAccessOperation access && !access.Operation.Syntax.Span.Contains(part.Syntax.Span))
            {
                return access.Operation;
            }
        }

        return null;
    }

    // The code that makes a plain client, or has it in a variable, may give it a token.
    private static ClientValue WithToken(ClientValue client, IObjectCreationOperation creation, IOperation given) =>
        client.IsDigitalOcean || client.Base is { HasOwnToken: true } || !(OwnToken.IsSetAround(creation) || (given is ILocalReferenceOperation { Local: var local } use && OwnToken.IsSetFor(local.Name, VariableScope.Of(use, local).Syntax)))
            ? client
            : client with { Base = new ClientBase(client.Base?.Address ?? TextPattern.Hole, HasOwnToken: true) };
}
