using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Libraries;

/// <summary>An endpoint that a method of a library maps on the builder that it is given.</summary>
/// <param name="Method">The method.</param>
/// <param name="Code">Identifies the endpoint's code.</param>
/// <param name="Verb">The verb; null for any.</param>
/// <param name="Pattern">The route.</param>
internal sealed record LibraryEndpoint(ISymbol Method, CodeKey Code, string? Verb, string Pattern)
{
    /// <summary>The name of an endpoint in a description: that of the method, followed by the verb and the route.</summary>
    public static string NameOf(string method, string endpoint) => $"{method} {endpoint}";

    /// <summary>The endpoint with a name; null if the name is that of a member.</summary>
    /// <param name="name">The name.</param>
    /// <param name="find">Finds a member.</param>
    public static LibraryEndpoint? Of(string name, Func<string, ISymbol?> find) =>
        name.Split([' '], 2) is [var id, var endpoint] && find(id) is { } method
            ? endpoint.Split([' '], 2) is [var verb, var pattern] ? new(method, CodeKey.InLibrary(name), verb, pattern) : new(method, CodeKey.InLibrary(name), null, endpoint)
            : null;
}
