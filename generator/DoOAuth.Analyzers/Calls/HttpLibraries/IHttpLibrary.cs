using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>A library for HTTP whose calls are read.</summary>
internal interface IHttpLibrary
{
    /// <summary>Whether the method sends a request with this library.</summary>
    bool Sends(IInvocationOperation invocation);

    /// <summary>Reads the request; null if it cannot be read at all.</summary>
    HttpLibraryRequest? Read(IInvocationOperation invocation, ValueReader values, ClientBases bases);

    /// <summary>Whether other files cannot tell more about a call than the file that contains it.</summary>
    bool IsToldHere(ClientValue client);
}
