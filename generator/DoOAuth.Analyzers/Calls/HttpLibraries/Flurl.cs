using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>Flurl: a chain of calls on a text, an address, a request or a client.</summary>
internal sealed class Flurl : IHttpLibrary
{
    public const string ClientKey = "Flurl.Http.FlurlClient";

    private const string Space = "Flurl";

    /// <inheritdoc/>
    public bool Sends(IInvocationOperation invocation) => invocation.TargetMethod is { ContainingType: { } type, Name: var name }
        && Namespaces.IsIn(type, Space + ".Http")
        && name.EndsWith("Async", StringComparison.Ordinal)
        && (HttpLibraryCalls.VerbOf(name) is not null || name.StartsWith("Send", StringComparison.Ordinal) || name.StartsWith("Download", StringComparison.Ordinal))
        && HttpLibraryCalls.ReceiverOf(invocation)?.Type is { SpecialType: SpecialType.System_String } or { Name: "Uri" or "Url" or "IFlurlRequest" or "FlurlRequest" };

    /// <inheritdoc/>
    public bool IsToldHere(ClientValue client) => false;

    /// <inheritdoc/>
    public HttpLibraryRequest? Read(IInvocationOperation invocation, ValueReader values, ClientBases bases)
    {
        var name = invocation.TargetMethod.Name;
        var verbs = HttpLibraryCalls.VerbOf(name) is { } verb ? [VerbPattern.Of(verb)]
            : name.StartsWith("Download", StringComparison.Ordinal) ? [VerbPattern.Of("GET")]
            : HttpLibraryCalls.Argument(invocation, "verb") is { } given ? values.Verbs(given)
            : [VerbPattern.Unknown];
        var receiver = HttpLibraryCalls.ReceiverOf(invocation)!;
        var (origin, addresses) = Of(receiver, values, bases);
        return new HttpLibraryRequest(origin.Client, RequestPattern.Pair(verbs, addresses), receiver.Syntax.GetLocation(), origin.HasOwnToken);
    }

    public static bool IsClient(ITypeSymbol? type) => type is { Name: "FlurlClient" or "IFlurlClient" } && Namespaces.IsIn(type, Space + ".Http");

    private static (HttpLibraryOrigin Origin, ImmutableArray<TextPattern> Addresses) Of(IOperation value, ValueReader values, ClientBases bases)
    {
        value = Branches.Unconverted(value);
        if (!values.Memory.MayGoOn())
        {
            return (HttpLibraryOrigin.Unknown, [TextPattern.Hole]);
        }

        if (value.Type is { SpecialType: SpecialType.System_String } or { Name: "Uri" })
        {
            return (HttpLibraryOrigin.Unknown, values.Texts(value));
        }

        switch (value)
        {
            case IObjectCreationOperation { Type.Name: "Url" or "FlurlRequest", Arguments: [var made, ..] }:
                return Of(made.Value, values, bases);
            case IInvocationOperation call when Namespaces.IsIn(call.TargetMethod.ContainingType, Space) || Namespaces.IsIn(call.TargetMethod.ContainingType, Space + ".Http"):
                return OfCall(call, values, bases);
            default:
                return values.Origins(value) is [{ } origin] && origin != value ? Of(origin, values, bases) : (HttpLibraryOrigin.Unknown, [TextPattern.Hole]);
        }
    }

    private static (HttpLibraryOrigin Origin, ImmutableArray<TextPattern> Addresses) OfCall(IInvocationOperation call, ValueReader values, ClientBases bases)
    {
        var receiver = HttpLibraryCalls.ReceiverOf(call);
        var name = call.TargetMethod.Name;
        if (receiver is null)
        {
            return (HttpLibraryOrigin.Unknown, [TextPattern.Hole]);
        }

        if (name == "Request" && IsClient(Branches.Unconverted(receiver).Type))
        {
            var client = HttpLibraryCalls.OriginOf(Branches.Unconverted(receiver), ClientKey, values, bases, made => Made(made, values));
            var paths = Segments([TextPattern.Empty], call, values);
            return (client with { HasOwnToken = client.HasOwnToken || IsTokenSetAround(call) }, [.. paths.Select(client.AddressOf)]);
        }

        var (origin, addresses) = Of(receiver, values, bases);
        return name switch
        {
            "AppendPathSegment" or "AppendPathSegments" => (origin, Segments(addresses, call, values)),
            "SetQueryParam" or "SetQueryParams" or "AppendQueryParam" or "AppendQueryParams" => (origin, [.. addresses.Select(address => address.Append(TextPattern.Of("?")).Append(TextPattern.Query))]),
            _ when IsToken(name) => (origin with { HasOwnToken = true }, addresses),
            "WithHeader" or "WithHeaders" when OwnToken.IsSetIn(call.Syntax) => (origin with { HasOwnToken = true }, addresses),
            "ResetToRoot" or "RemovePath" or "RemovePathSegment" => (origin, [TextPattern.Hole]),
            _ => (origin, addresses),
        };
    }

    // A token of a request is that request's alone, and one of a client that of all its requests.
    private static bool IsTokenSetAround(IOperation call) =>
        (call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? (SyntaxNode?)call.Syntax.FirstAncestorOrSelf<GlobalStatementSyntax>() ?? call.Syntax).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Any(member => IsToken(member.Name.Identifier.ValueText) && IsClient(call.SemanticModel?.GetTypeInfo(member.Expression).Type));

    private static bool IsToken(string method) => method is "WithOAuthBearerToken" or "WithBasicAuth";

    // Whatever is appended gets one slash before it, and its own are kept.
    private static ImmutableArray<TextPattern> Segments(ImmutableArray<TextPattern> addresses, IInvocationOperation call, ValueReader values)
    {
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter is { Name: not "fullyEncode" } parameter && argument.ArgumentKind != ArgumentKind.DefaultValue && !(call.Instance is null && parameter.Ordinal == 0)))
        {
            foreach (var segment in SegmentsOf(argument.Value, values))
            {
                addresses = [.. addresses.SelectMany(address => segment.Select(text => (address.Pieces.IsEmpty ? address : address.Trim('/', start: false, end: true).Append(TextPattern.Of("/"))).Append(text.Trim('/', start: true, end: false))))];
            }
        }

        return addresses;
    }

    private static IEnumerable<ImmutableArray<TextPattern>> SegmentsOf(IOperation value, ValueReader values)
    {
        value = Branches.Unconverted(value);
        if (value.Type is { SpecialType: SpecialType.System_String } || value.Type is not { } type || !(type is IArrayTypeSymbol || type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable)))
        {
            return [values.PartTexts(value)];
        }

        return values.Collections.ElementsOf(value) is { IsEmpty: false } elements ? elements.Select(values.PartTexts)
            : value is IArrayCreationOperation or ICollectionExpressionOperation ? []
            : [[TextPattern.Hole]];
    }

    private static HttpLibraryOrigin? Made(IOperation made, ValueReader values) =>
        made is IInvocationOperation { TargetMethod.Name: var name } call && IsClient(HttpLibraryCalls.ReceiverOf(call)?.Type) && Namespaces.IsIn(call.TargetMethod.ContainingType, Space + ".Http")
            ? Made(Branches.Unconverted(HttpLibraryCalls.ReceiverOf(call)!), values) is { } inner ? inner with { HasOwnToken = inner.HasOwnToken || IsToken(name) } : null
        : made is not IObjectCreationOperation creation || !IsClient(creation.Type) ? null
        : HttpLibraryCalls.Argument(creation, "httpClient") is { } client ? HttpLibraryOrigin.With(values.Clients(client))
        : HttpLibraryCalls.Argument(creation, "baseUrl") is { } address ? HttpLibraryOrigin.At(values.Texts(address), OwnToken.IsSetAround(creation))
        : HttpLibraryOrigin.Unknown;
}
