using System.Collections.Immutable;
using System.Globalization;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Calls.Addresses;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Libraries;

/// <summary>Reads from the metadata of referenced libraries what their builds described: see <see cref="LibraryFormat"/>.</summary>
internal sealed class LibraryReader
{
    private readonly Compilation _compilation;
    private readonly ApplicationSet _applications;
    private readonly ImmutableArray<ApiCallSite>.Builder _calls = ImmutableArray.CreateBuilder<ApiCallSite>();
    private readonly ImmutableArray<CallEdge>.Builder _edges = ImmutableArray.CreateBuilder<CallEdge>();
    private readonly Dictionary<CodeKey, LibraryEndpoint> _endpoints = [];
    private readonly HashSet<IAssemblySymbol> _described = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Member, RequestPattern Request)> _values = [];
    private readonly List<(ISymbol Application, ISymbol Member)> _used = [];
    private readonly List<string> _scopes = [];
    private bool _areWhole = true;

    private LibraryReader(Compilation compilation, ApplicationSet applications) => (_compilation, _applications) = (compilation, applications);

    /// <summary>Reads the libraries that a project references and that know the runtime.</summary>
    public static LibraryDescriptions Read(Compilation compilation, ApplicationSet applications)
    {
        var reader = new LibraryReader(compilation, applications);
        foreach (var library in compilation.SourceModule.ReferencedAssemblySymbols.Where(KnowsTheRuntime))
        {
            reader.Read(library);
        }

        return new LibraryDescriptions(
            reader._calls.ToImmutable(), reader._edges.ToImmutable(), [.. reader._endpoints.Values], reader._values.ToLookup(value => value.Member, value => value.Request, SymbolEqualityComparer.Default), reader._described.ToImmutableHashSet<IAssemblySymbol>(SymbolEqualityComparer.Default), reader._used.ToLookup(use => use.Application, use => use.Member, SymbolEqualityComparer.Default), [.. reader._scopes], reader._areWhole);
    }

    // Our own packages make no calls of their own.
    private static bool KnowsTheRuntime(IAssemblySymbol assembly) =>
        assembly.Name != "DoOAuth"
        && !assembly.Name.StartsWith("DoOAuth.", StringComparison.Ordinal)
        && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == "DoOAuth"));

    private void Read(IAssemblySymbol library)
    {
        var attributes = library.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && RuntimeTypes.IsInRuntime(type)).ToList();
        var header = attributes.Find(attribute => attribute.AttributeClass!.Name == LibraryFormat.Header);
        if (header?.ConstructorArguments is not [{ Value: LibraryFormat.Version }])
        {
            _areWhole = false;
            return;
        }

        _described.Add(library);
        _scopes.AddRange((Text(header, "Scopes") ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries));
        _areWhole &= !Flag(header, "HasUnknownCalls");
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass!.Name == LibraryFormat.Call && attribute.ConstructorArguments is [{ Value: string member }, { Value: string verb }, { Value: string address }])
            {
                Call(library, attribute, member, verb, address);
            }
            else if (attribute.AttributeClass.Name == LibraryFormat.Edge && attribute.ConstructorArguments is [{ Value: string from }, { Value: string to }])
            {
                Edge(attribute, from, to);
            }
            else if (attribute.AttributeClass.Name == LibraryFormat.Value && attribute.ConstructorArguments is [{ Value: string source }, { Value: string method }, { Value: string path }] && Find(source) is { } returning)
            {
                _values.Add((returning, new RequestPattern(VerbOf(method, Parameter), PatternText.Read(path, Parameter, Find))));

                IParameterSymbol? Parameter(string name) => ParameterOf(name, returning as IMethodSymbol);
            }
        }
    }

    private void Call(IAssemblySymbol library, AttributeData attribute, string memberId, string verb, string address)
    {
        var endpoint = LibraryEndpoint.Of(memberId, Find);
        var member = endpoint is null ? Find(memberId) : null;
        if (endpoint is not null)
        {
            _endpoints[endpoint.Code] = endpoint;
        }
        else if (member is null)
        {
            return;
        }

        var request = new ApiCallAlternative(VerbOf(verb, Parameter), PatternText.Read(address, Parameter, Find), Location.None, Text(attribute, "Scopes") is { } scopes ? new DeclaredOperation(verb, PathOf(address), scopes) : null);
        _calls.Add(new ApiCallSite(
            endpoint?.Code ?? CodeKey.Of(member!),
            new ApiCall([request], Client(Text(attribute, "Client"), Parameter), Location.None, hasOwnToken: false, _applications),
            [],
            [])
        {
            Library = new LibraryOrigin(library.Name, Text(attribute, "Through") ?? ""),
            Receiver = TypeIn(attribute, "Receiver"),
            IsChecked = Flag(attribute, "IsChecked"),
        });

        IParameterSymbol? Parameter(string name) => ParameterOf(name, member as IMethodSymbol);
    }

    // The address of an operation that is not in the list is the path as its attribute has it.
    private static string PathOf(string address) => "/" + string.Join("/", ApiAddress.Of(PatternText.Read(address, _ => null, _ => null)).Segments);

    private static VerbPattern VerbOf(string text, Func<string, IParameterSymbol?> parameter) =>
        PatternText.HoleIn(text) is { } hole ? (parameter(hole) is { } handedIn ? VerbPattern.Of(handedIn) : VerbPattern.Unknown)
        : text.Length == 0 ? VerbPattern.Unknown
        : VerbPattern.AnyOf([.. text.Split('|').Select(VerbPattern.Of)]);

    private void Edge(AttributeData attribute, string fromId, string toId)
    {
        if (Find(fromId) is { } from && Find(toId) is { } to)
        {
            if (to is INamedTypeSymbol application && Application.Of(application, isInSource: false) is not null)
            {
                _used.Add((application, from));
                return;
            }

            var named = to is IMethodSymbol declared && Text(attribute, "TypeArguments") is { } arguments
                ? TypeArgumentText.Read(arguments, declared, from, id => DocumentationCommentId.GetFirstSymbolForReferenceId(id, _compilation) as ITypeSymbol) ?? declared
                : to as IMethodSymbol;
            var target = named is { } method
                ? new CallTarget(CodeKey.Of(method), method, IsDispatched: true, method.ContainingType, Flag(attribute, "IsOnThis"))
                : to is ITypeSymbol message ? new CallTarget(default) { Message = message }
                : new CallTarget(CodeKey.Of(to));
            _edges.Add(new CallEdge(CodeKey.Of(from), target, [], Location.None) { Owner = TypeIn(attribute, "Receiver") });
        }
    }

    private ClientValue Client(string? text, Func<string, IParameterSymbol?> parameter) => text switch
    {
        null => new ClientValue(_compilation.GetTypeByMetadataName("DoOAuth.DigitalOceanClient")),
        LibraryFormat.PlainClient => ClientValue.Unknown,
        _ when PatternText.HoleIn(text) is { } hole => parameter(hole) is { } found ? new ClientValue(found.Type, found) : ClientValue.Unknown,
        _ => new ClientValue((Find(text) as INamedTypeSymbol)?.GetTypeMembers("Client").FirstOrDefault() ?? _compilation.GetTypeByMetadataName("DoOAuth.DigitalOceanClient")),
    };

    private IParameterSymbol? ParameterOf(string name, IMethodSymbol? member)
    {
        var owner = member;
        if (name.LastIndexOf('|') is >= 0 and var bar)
        {
            owner = Find(name.Substring(0, bar)) as IMethodSymbol;
            name = name.Substring(bar + 1);
        }

        return owner is not null && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? CallArguments.ParameterAt(ordinal, owner) : null;
    }

    private INamedTypeSymbol? TypeIn(AttributeData attribute, string name) =>
        Text(attribute, name) is { } type ? DocumentationCommentId.GetFirstSymbolForReferenceId(type, _compilation) as INamedTypeSymbol : null;

    private ISymbol? Find(string id) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, _compilation);

    private static bool Flag(AttributeData attribute, string name) => attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is true);

    private static string? Text(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { IsNull: false, Value: string text } ? text : null;
}
