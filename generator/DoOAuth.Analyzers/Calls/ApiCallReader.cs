using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls;

/// <summary>Tells calls of DigitalOcean's API from others, and reads them. One for a compilation.</summary>
internal sealed class ApiCallReader(Lazy<ApplicationSet> applications)
{
    private readonly OwnBaseAddresses _ownBases = new();

    /// <summary>Whether a parameter of this type can carry an address, a verb, a request or a client to a call.</summary>
    public static bool CanCarry(IParameterSymbol parameter) => parameter.Type is { SpecialType: SpecialType.System_String }
        || parameter.Type is { Name: "Uri" or "HttpMethod" or "HttpRequestMessage" or "HttpClient" or "HttpMessageInvoker" };

    /// <summary>
    /// Reads a call of the API. It succeeds also where the address cannot be read, and where callers of the enclosing method
    /// decide whether it is one; it fails for somebody else's API.
    /// </summary>
    public bool TryRead(IInvocationOperation invocation, [NotNullWhen(true)] out ApiCall? call)
    {
        call = null;
        if (ApiMethod.VerbOf(invocation.TargetMethod.Name) is not { } verb
            || !ApiMethod.IsOfHttpClient(invocation.TargetMethod)
            || ClientOf(invocation) is not { } receiver
            || AddressOf(invocation) is not { } address)
        {
            return false;
        }

        var values = new ValueReader();
        var client = values.Client(receiver);
        var isOnClient = ClientTypes.IsDigitalOcean(client.Type);
        var hasOwnBase = isOnClient && _ownBases.Has(client.Type);
        var alternatives = ImmutableArray.CreateBuilder<ApiCallAlternative>();
        foreach (var branch in Branches.Of(address))
        {
            var requests = verb.Length > 0 ? RequestPattern.Pair([VerbPattern.Of(verb)], values.Texts(branch)) : values.Requests(branch);
            foreach (var written in requests)
            {
                var request = hasOwnBase && ApiAddress.Of(written.Address).Host == ApiHost.Relative
                    ? written with { Address = TextPattern.Hole.Append(written.Address) }
                    : written;
                if (ApiAddress.MayBeDigitalOceans(request.Address, isOnClient, client.Parameter is not null))
                {
                    alternatives.Add(new ApiCallAlternative(request.Verb, request.Address, branch.Syntax.GetLocation()));
                }
            }
        }

        call = alternatives.Count == 0
            ? null
            : new ApiCall(
                alternatives.ToImmutable(), client.Type, isOnClient, client.Parameter, address.Syntax.GetLocation(), applications.Value);
        return call is not null;
    }

    /// <summary>Reads an argument, or the receiver of an extension method, that a method can pass to a call.</summary>
    public static ArgumentValues ReadArgument(IOperation value) => new ValueReader().Argument(value);

    private static IOperation? ClientOf(IInvocationOperation invocation) =>
        invocation.Instance ?? invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    private static IOperation? AddressOf(IInvocationOperation invocation) =>
        invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "requestUri" or "request")?.Value;
}
