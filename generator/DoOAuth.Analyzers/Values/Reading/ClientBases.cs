using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>The base addresses that a project gives to plain clients: where they are assigned, and where clients are registered.</summary>
/// <param name="sites">The places, by the field, parameter or type, or by the name under which a client is registered.</param>
/// <param name="bodies">Gives the meaning of the places.</param>
internal sealed class ClientBases(IEnumerable<(object Key, SyntaxNode Value)> sites, MemberBodies bodies)
{
    private readonly ILookup<object, SyntaxNode> _sites = sites.ToLookup(site => site.Key, site => site.Value);

    /// <summary>None are known while a file is read.</summary>
    public static ClientBases None { get; } = new([], MemberBodies.OfFile);

    /// <summary>The base address of the client in a field, property or parameter, or of a type of client; null if it is unknown.</summary>
    public ClientBase? Of(ISymbol? place, ValueReader values) => place is null ? null
        : At(place.OriginalDefinition, values)
            ?? (place is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } type } } ? At(type.OriginalDefinition, values) : null);

    /// <summary>The base address of the client that a factory makes.</summary>
    public ClientBase? Named(IInvocationOperation factoryCall, ValueReader values) =>
        factoryCall.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "name")?.Value.ConstantValue is { HasValue: true, Value: string name } ? At(name, values) : null;

    /// <summary>The base address of the client that is registered under a type or a name.</summary>
    public ClientBase? Of(object registration, ValueReader values) => At(registration, values);

    /// <summary>The code that gives another library's clients their addresses, by the interface or the name of the client; null for what is out of reach.</summary>
    public IEnumerable<IOperation?> At(object key) => SitesAt(key, []);

    // Where a method gets the client to set its address, the address is what the method sets.
    private IEnumerable<IOperation?> SitesAt(object key, HashSet<object> seen) => !seen.Add(key) ? [] : _sites[key].Select(site => bodies.Of(site)).SelectMany(site => site switch
    {
        IMethodReferenceOperation { Method.Parameters: [var parameter] } => SitesAt(parameter.OriginalDefinition, seen),
        IInvocationOperation { TargetMethod.Name: "AddTypedClient" } call => ClientRegistrations.Of(call) is { } registered ? SitesAt(registered, seen) : [],
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } call when call.Arguments.FirstOrDefault(argument => ClientTypes.IsPlain(argument.Parameter?.Type)) is { Parameter: { } parameter } => SitesAt(parameter.OriginalDefinition, seen),
        _ => [site],
    });

    private ClientBase? At(object key, ValueReader values)
    {
        var sites = At(key).OfType<IOperation>().ToList();
        return ClientBase.Single(sites.SelectMany(site => values.Texts(site))) is { } only
            ? new ClientBase(only, sites.Exists(site => OwnToken.IsSetWhereMade(site.Syntax)) || _sites[key].Any(site => OwnToken.IsSetWhereRegistered(site, bodies.Of(site)?.SemanticModel)))
            : null;
    }
}
