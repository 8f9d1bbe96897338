using DoOAuth.Analyzers.Calls.Addresses;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>Typed clients: methods with an attribute that names the operation, so that there is no path to understand.</summary>
internal sealed class TypedClient : IHttpLibrary
{
    /// <inheritdoc/>
    public bool Sends(IInvocationOperation invocation) => !DeclaredOperations.Of(invocation.TargetMethod).IsEmpty;

    /// <inheritdoc/>
    public bool IsToldHere(ClientValue client) => client.IsDigitalOcean;

    /// <inheritdoc/>
    public HttpLibraryRequest? Read(IInvocationOperation invocation, ValueReader values, ClientBases bases) =>
        Read(invocation, invocation.TargetMethod, HttpLibraryCalls.ReceiverOf(invocation), values);

    /// <summary>Reads a use of a method.</summary>
    /// <param name="use">The call or the method group.</param>
    /// <param name="method">The method.</param>
    /// <param name="receiver">The typed client, or the client of HTTP.</param>
    /// <param name="values">Reads values.</param>
    public static HttpLibraryRequest Read(IOperation use, IMethodSymbol method, IOperation? receiver, ValueReader values)
    {
        var client = receiver is null ? ClientValue.Unknown : ClientValue.Single(values.Clients(receiver), receiver.Type);
        return new HttpLibraryRequest(
            client,
            [
                .. DeclaredOperations.Of(method).Select(operation => new RequestPattern(VerbPattern.Of(operation.Method), ApiAddress.OfDeclared(client, TextPattern.Of(operation.Path)))
                {
                    Declared = operation,
                }),
            ],
            use.Syntax.GetLocation(),
            HasOwnToken: false);
    }
}
