using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls.Addresses;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Calls;

/// <summary>
/// A call of DigitalOcean's API, or one that becomes such a call with the arguments of the enclosing method's callers. It contains
/// only values, symbols and locations, and can be kept until the end of the compilation.
/// </summary>
internal sealed class ApiCall
{
    // More than people choose from. With each method that passes them on they can double.
    private const int MostAlternatives = 512;

    private readonly ApplicationSet _applications;
    private ImmutableArray<ApiCallAlternative> _open;
    private ImmutableArray<ApiCallAlternative> _closed;

    public ApiCall(ImmutableArray<ApiCallAlternative> alternatives, ClientValue client, Location location, bool hasOwnToken, ApplicationSet applications)
    {
        _applications = applications;
        Alternatives = alternatives;
        Client = client;
        Location = location;
        HasOwnToken = !client.IsDigitalOcean && (hasOwnToken || client.Base is { HasOwnToken: true });
        Limit = alternatives.Select(alternative => alternative.Address.Limit).FirstOrDefault(limit => limit is not null);
        Application = client.IsDigitalOcean ? applications.ApplicationOf(client.Type) : null;
    }

    /// <summary>The requests that it can send; several for a conditional.</summary>
    public ImmutableArray<ApiCallAlternative> Alternatives { get; }

    /// <summary>
    /// Those of the requests on which callers of the enclosing method decide. They count once they are substituted, the others here, at the call itself.
    /// </summary>
    public ImmutableArray<ApiCallAlternative> Open => _open.IsDefault ? _open = [.. Alternatives.Where(IsOpen)] : _open;

    /// <summary>The requests on which nobody else decides.</summary>
    public ImmutableArray<ApiCallAlternative> Closed => _closed.IsDefault ? _closed = Open.IsEmpty ? Alternatives : Alternatives.RemoveAll(Open.Contains) : _closed;

    /// <summary>The class to which the client belongs, where its type says so.</summary>
    public Application? Application { get; }

    /// <summary>Whose client it is; a plain one is given an absolute address, or has a base address.</summary>
    public ClientValue Client { get; }

    /// <summary>Whether the client is a <c>DigitalOceanClient</c>.</summary>
    public bool IsOnClient => Client.IsDigitalOcean;

    /// <summary>Whether a typed client makes it, which says itself what it calls.</summary>
    public bool IsTyped => Alternatives.All(alternative => alternative.Declared is not null) || TypedClients.Is(Client.Parameter?.Type);

    /// <summary>Whether it is sent with a token of the code's own.</summary>
    public bool HasOwnToken { get; }

    /// <summary>The limit that was reached when it was read, so that it is not known as far as it could be; null for none.</summary>
    public ReachedLimit? Limit { get; private init; }

    /// <summary>The location of the address or the request.</summary>
    public Location Location { get; }

    /// <summary>The parameters on which it depends.</summary>
    public IEnumerable<IParameterSymbol> Parameters
    {
        get
        {
            foreach (var alternative in Open)
            {
                foreach (var parameter in alternative.Parameters)
                {
                    yield return parameter;
                }
            }

            if (Client.Parameter is { } client)
            {
                yield return client;
            }
        }
    }

    /// <summary>
    /// The open part of it as it is with one caller's arguments, or null if that makes it a call of another API. It
    /// is open again where the argument is a parameter of the caller.
    /// </summary>
    /// <param name="arguments">What the caller passes, by the parameters of the method that contains the call.</param>
    /// <param name="at">Where the caller hands it in.</param>
    public ApiCall? Substitute(CallArguments arguments, Location at)
    {
        var client = ClientValue.Single(Client.Substitute(arguments), Client.Type);
        ImmutableArray<ApiCallAlternative> alternatives = [.. Substituted(arguments, client, at).Where(alternative => ApiAddress.MayBeDigitalOceans(alternative.Address, client)).Distinct()];
        var limit = alternatives.Select(alternative => alternative.Address.Limit).FirstOrDefault(reached => reached is not null);
        if (alternatives.Length > MostAlternatives)
        {
            alternatives = [new ApiCallAlternative(VerbPattern.Unknown, TextPattern.Hole, at)];
            limit = new ReachedLimit(MostAlternatives, "requests of a call");
        }

        return alternatives.IsEmpty ? null : new ApiCall(alternatives, client, alternatives[0].Location, HasOwnToken, _applications) { Limit = Limit ?? limit };
    }

    /// <summary>The requests that it sends to a host which nothing names, with one caller's arguments.</summary>
    /// <param name="arguments">What the caller passes.</param>
    /// <param name="at">Where the caller hands it in.</param>
    public IEnumerable<ApiCallAlternative> Unclaimed(CallArguments arguments, Location at) => ClientValue.Single(Client.Substitute(arguments), Client.Type) is var client
        ? Substituted(arguments, client, at).Where(alternative => !ApiAddress.MayBeDigitalOceans(alternative.Address, client) && ApiAddress.Of(alternative.Address).Host != ApiHost.Elsewhere)
        : [];

    private IEnumerable<ApiCallAlternative> Substituted(CallArguments arguments, ClientValue client, Location at) =>
        from alternative in Open
        let isHandedIn = alternative.Parameters.Any(arguments.Decides) || !alternative.Location.IsInSource
        from request in new RequestPattern(alternative.Verb, alternative.Address).Substitute(arguments)
        select new ApiCallAlternative(request.Verb, alternative.OnBaseOf(client, request.Address), isHandedIn ? at : alternative.Location, alternative.Declared);

    /// <summary>The call with other requests.</summary>
    public ApiCall With(ImmutableArray<ApiCallAlternative> alternatives) => new(alternatives, Client, Location, HasOwnToken, _applications) { Limit = Limit };

    /// <summary>The call on a client of which the project knows more; null if that makes it a call of another API.</summary>
    public ApiCall? On(ClientValue client)
    {
        ImmutableArray<ApiCallAlternative> alternatives =
        [
            .. from alternative in Alternatives
               let address = alternative.OnBaseOf(client, alternative.Address)
               where ApiAddress.MayBeDigitalOceans(address, client)
               select new ApiCallAlternative(alternative.Verb, address, alternative.Location, alternative.Declared),
        ];
        return alternatives.IsEmpty ? null : new ApiCall(alternatives, client, Location, HasOwnToken, _applications);
    }

    /// <summary>The call with nothing known of its open part: what a recursion makes of it has no end.</summary>
    public ApiCall Widened() =>
        new([.. Open.Select(alternative => new ApiCallAlternative(VerbPattern.Unknown, TextPattern.Hole, alternative.Location, alternative.Declared))], Client with { Parameter = null }, Location, HasOwnToken, _applications);

    // Whether a plain client's relative address is the API's, only the client's origin tells; a host that the caller passes is nobody's API until the caller says so.
    private bool IsOpen(ApiCallAlternative alternative) =>
        alternative.IsForwarded
        || (!IsOnClient && ApiAddress.Of(alternative.Address).Host is var host && host != ApiHost.DigitalOcean && (Client.Parameter is not null || host == ApiHost.Hole));
}
