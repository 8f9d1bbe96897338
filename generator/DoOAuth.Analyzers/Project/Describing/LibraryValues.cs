using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Describing;

/// <summary>Describes the addresses and requests that members of a library return, as functions of their parameters. Constants need no description.</summary>
internal sealed class LibraryValues(MemberBodies bodies, TypeHierarchy types, LibraryMembers members)
{
    private static readonly string[] Beginnings = ["/v2/", "v2/", "https://api.digitalocean.com"];

    /// <summary>The descriptions, in the order of their members.</summary>
    public IEnumerable<LibraryValue> All(CancellationToken cancellationToken) => (
        from type in types.All
        from member in type.GetMembers()
        where IsRead(member) && members.IsVisible(member)
        from value in Of(member, cancellationToken)
        select value)
        .Distinct()
        .OrderBy(value => value.Member, StringComparer.Ordinal)
        .ThenBy(value => value.Address, StringComparer.Ordinal);

    // What another class can override has several values.
    private static bool IsRead(ISymbol member) => member is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsImplicitlyDeclared: false } && member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsAbstract: false } constructor => ClientTypes.IsRequest(constructor.ContainingType),
        IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false } method => IsAddress(method.ReturnType),
        IPropertySymbol { IsIndexer: false, SetMethod: null } property => IsAddress(property.Type),
        IFieldSymbol { IsReadOnly: true } field => IsAddress(field.Type),
        _ => false,
    };

    private static bool IsAddress(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name == "Uri" || ClientTypes.IsRequest(type);

    private IEnumerable<LibraryValue> Of(ISymbol member, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var values = new ValueReader(bodies, ClientBases.None);
        var requests = member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? [.. values.RequestsAfter(constructor)] : values.Members.SourcesOf(member, use: null)
            .SelectMany(source => ClientTypes.IsRequest(source.Type) ? values.Requests(source) : RequestPattern.Pair([VerbPattern.Unknown], values.Texts(source)))
            .ToList();
        return member.GetDocumentationCommentId() is { } id && requests.Exists(request => request.Address.Pieces switch
        {
            [{ Text: { } text }, ..] => Beginnings.Any(text.StartsWith),
            [{ Member.Member: not null }, ..] => true,
            _ => false,
        })
            ? requests.Select(request => new LibraryValue(id, request.Verb.Parameter is { } verb ? PatternText.Hole(NameOf(verb)) : string.Join("|", request.Verb.Names), PatternText.Write(request.Address, NameOf)))
            : [];

        string NameOf(IParameterSymbol parameter) => PatternText.NameOf(parameter, member as IMethodSymbol) ?? "";
    }
}
