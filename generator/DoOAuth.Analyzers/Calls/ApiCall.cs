using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Calls;

/// <summary>
/// A call of DigitalOcean's API, or one that becomes such a call with the arguments of the enclosing method's callers. It contains
/// only values, symbols and locations, and can be kept until the end of the compilation.
/// </summary>
internal sealed class ApiCall
{
    private readonly ApplicationSet _applications;

    public ApiCall(
        ImmutableArray<ApiCallAlternative> alternatives,
        ITypeSymbol? clientType,
        bool isOnClient,
        IParameterSymbol? clientParameter,
        Location location,
        ApplicationSet applications)
    {
        _applications = applications;
        Alternatives = alternatives;
        ClientType = clientType;
        IsOnClient = isOnClient;
        ClientParameter = clientParameter;
        Location = location;
        Owner = isOnClient ? applications.OwnerOf(clientType) : null;
    }

    /// <summary>The requests that it can send; several for a conditional.</summary>
    public ImmutableArray<ApiCallAlternative> Alternatives { get; }

    /// <summary>The class to which the client belongs, where its type says so.</summary>
    public Application? Owner { get; }

    /// <summary>The client's static type.</summary>
    public ITypeSymbol? ClientType { get; }

    /// <summary>Whether the client is a <c>DigitalOceanClient</c>; else it is an <c>HttpClient</c> that is given an absolute address.</summary>
    public bool IsOnClient { get; }

    /// <summary>
    /// The parameter that has the client, declared as plain <c>HttpClient</c>: whether it is a <c>DigitalOceanClient</c> is for
    /// the callers to say.
    /// </summary>
    public IParameterSymbol? ClientParameter { get; }

    /// <summary>The location of the address or the request.</summary>
    public Location Location { get; }

    /// <summary>
    /// Whether callers decide what it is. Those of its <see cref="Alternatives"/> that are not forwarded count here, at the call
    /// itself, the others only once they are substituted.
    /// </summary>
    public bool IsForwarded => ClientParameter is not null || Alternatives.Any(alternative => alternative.IsForwarded);

    /// <summary>
    /// The forwarded part of it as it is with one caller's arguments, or null if that makes it a call of another API. It
    /// is forwarded again where the argument is a parameter of the caller.
    /// </summary>
    /// <param name="arguments">What the caller passes, by the parameters of the method that contains the call.</param>
    /// <param name="at">Where the caller hands it in.</param>
    public ApiCall? Substitute(IReadOnlyDictionary<IParameterSymbol, ArgumentValues> arguments, Location at)
    {
        var (clientType, isOnClient, clientParameter) = (ClientType, IsOnClient, (IParameterSymbol?)null);
        if (ClientParameter is not null && arguments.TryGetValue(ClientParameter, out var client))
        {
            clientParameter = client.ClientParameter;
            clientType = client.Client ?? clientType;
            isOnClient = ClientTypes.IsDigitalOcean(client.Client);
        }

        ImmutableArray<ApiCallAlternative> alternatives =
        [
            .. Alternatives
                .Where(alternative => ClientParameter is not null || alternative.IsForwarded)
                .SelectMany(alternative => new RequestPattern(alternative.Verb, alternative.Address).Substitute(arguments))
                .Select(request => new ApiCallAlternative(request.Verb, request.Address, at))
                .Where(alternative => ApiAddress.MayBeDigitalOceans(alternative.Address, isOnClient, clientParameter is not null)),
        ];
        return alternatives.IsEmpty ? null : new ApiCall(alternatives, clientType, isOnClient, clientParameter, at, _applications);
    }
}
