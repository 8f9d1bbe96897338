using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DoOAuth.Generator.Analyzers.Applications;
using DoOAuth.Generator.Analyzers.Calls.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Generator.Analyzers.Calls;

/// <summary>Tells calls of DigitalOcean's API from others, and reads them. One for a compilation.</summary>
internal sealed class ApiCallReader(Lazy<DeclaredApplications> applications)
{
    private readonly ValueReader _values = new();

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

        var client = ValueReader.Client(receiver);
        var isOnClient = ClientTypes.IsDigitalOcean(client.Client);
        var alternatives = ImmutableArray.CreateBuilder<ApiCallAlternative>();
        foreach (var arm in Arms.Of(address))
        {
            foreach (var request in verb.Length > 0 ? RequestPattern.Pair([VerbPattern.Of(verb)], _values.Texts(arm)) : _values.Requests(arm))
            {
                if (ApiAddress.MayBeDigitalOceans(request.Address, isOnClient, client.ClientParameter is not null))
                {
                    alternatives.Add(new ApiCallAlternative(request.Verb, request.Address, arm.Syntax.GetLocation(), isOnClient));
                }
            }
        }

        call = alternatives.Count == 0
            ? null
            : new ApiCall(
                alternatives.ToImmutable(), client.Client, isOnClient, client.ClientParameter, address.Syntax.GetLocation(), applications.Value);
        return call is not null;
    }

    /// <summary>Reads an argument, or the receiver of an extension method, that a method may hand on to a call.</summary>
    public ArgumentValues ReadArgument(IOperation value) => Arms.Unconverted(value).Type switch
    {
        { Name: "HttpMethod" } => new([], _values.Verbs(value), []),
        { Name: "HttpRequestMessage" } when _values.Requests(value) is var requests =>
            new([.. requests.Select(request => request.Address)], [.. requests.Select(request => request.Verb)], requests),
        { SpecialType: SpecialType.System_String } or { Name: "Uri" } when _values.Texts(value) is var texts =>
            new(texts, [.. texts.Select(VerbPattern.Of)], []),
        { } type when ClientTypes.IsDigitalOcean(type) || ClientTypes.IsHttp(type, "HttpClient") || ClientTypes.IsHttp(type, "HttpMessageInvoker") =>
            ValueReader.Client(value),
        _ => ArgumentValues.Nothing,
    };

    private static IOperation? ClientOf(IInvocationOperation invocation) =>
        invocation.Instance ?? invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    private static IOperation? AddressOf(IInvocationOperation invocation) =>
        invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "requestUri" or "request")?.Value;
}
