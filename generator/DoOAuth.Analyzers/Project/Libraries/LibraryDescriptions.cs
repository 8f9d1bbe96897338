using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Libraries;

/// <summary>What the referenced libraries say about their calls of the API.</summary>
/// <param name="Calls">The calls, by the members of the libraries that make them.</param>
/// <param name="Edges">The ways from the libraries' members to those that other projects implement.</param>
/// <param name="Endpoints">The endpoints that the libraries map.</param>
/// <param name="Values">The addresses and requests that members of the libraries return.</param>
/// <param name="Described">The libraries that describe themselves.</param>
/// <param name="Applications">The members of libraries that add or map an annotated class, by the class.</param>
/// <param name="Scopes">The scopes that guards and checks of the libraries name.</param>
/// <param name="AreWhole">Whether each library that can make calls describes all of them.</param>
internal sealed record LibraryDescriptions(
    ImmutableArray<ApiCallSite> Calls, ImmutableArray<CallEdge> Edges, ImmutableArray<LibraryEndpoint> Endpoints, ILookup<ISymbol, RequestPattern> Values, ImmutableHashSet<IAssemblySymbol> Described, ILookup<ISymbol, ISymbol> Applications, ImmutableArray<string> Scopes, bool AreWhole)
{
    private readonly Lazy<HashSet<CodeKey>> _members = new(() =>
    [
        .. Calls.Select(call => call.From),
        .. Calls.SelectMany(call => call.Call.Parameters).Select(parameter => parameter.ContainingSymbol).OfType<IMethodSymbol>().Select(method => CodeKey.Of(method)),
        .. Edges.Select(edge => edge.From),
    ]);

    /// <summary>Whether the libraries say something about what a member does.</summary>
    public bool Describe(CodeKey member) => _members.Value.Count > 0 && _members.Value.Contains(member);

    /// <summary>Whether the libraries run the delegate in a field or property.</summary>
    public bool Run(ISymbol member) => !IsEmpty && Edges.Any(edge => edge.To.Key.Equals(CodeKey.Of(member)));

    /// <summary>Whether there are any libraries of which something is known.</summary>
    public bool IsEmpty => Calls.IsEmpty && Edges.IsEmpty;

    /// <summary>The endpoints that a method maps.</summary>
    public IEnumerable<LibraryEndpoint> EndpointsOf(IMethodSymbol method) => Endpoints.IsEmpty
        ? []
        : Endpoints.Where(endpoint => SymbolEqualityComparer.Default.Equals(endpoint.Method, (method.ReducedFrom ?? method).OriginalDefinition));

    /// <summary>The member of a library, if the libraries say something about what it does.</summary>
    public bool Describe(ISymbol member) => !IsEmpty && UserCode.Includes(member) && Describe(CodeKey.Of(member));
}
