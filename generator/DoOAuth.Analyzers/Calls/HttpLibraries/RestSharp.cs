using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>RestSharp: a client executes a request, or a path.</summary>
internal sealed class RestSharp : IHttpLibrary
{
    public const string ClientKey = "RestSharp.RestClient";

    private const string Space = "RestSharp";

    /// <inheritdoc/>
    public bool Sends(IInvocationOperation invocation) => invocation.TargetMethod is { ContainingType: { } type } method
        && Namespaces.IsIn(type, Space)
        && (method.Name.StartsWith("Execute", StringComparison.Ordinal) || method.Name.StartsWith("Download", StringComparison.Ordinal) || HttpLibraryCalls.VerbOf(method.Name) is not null)
        && IsClient(HttpLibraryCalls.ReceiverOf(invocation)?.Type)
        && AddressOf(invocation) is not null;

    /// <inheritdoc/>
    public bool IsToldHere(ClientValue client) => false;

    /// <inheritdoc/>
    public HttpLibraryRequest? Read(IInvocationOperation invocation, ValueReader values, ClientBases bases)
    {
        if (AddressOf(invocation) is not { } address || HttpLibraryCalls.ReceiverOf(invocation) is not { } client)
        {
            return null;
        }

        var origin = HttpLibraryCalls.OriginOf(Branches.Unconverted(client), ClientKey, values, bases, made => Made(made, values));
        var requests = address.Type is { Name: "RestRequest" } ? values.Requests(address) : RequestPattern.Pair([VerbPattern.Of("GET")], values.Texts(address));
        var name = invocation.TargetMethod.Name;
        var verb = HttpLibraryCalls.VerbOf(name.StartsWith("Execute", StringComparison.Ordinal) ? name.Substring("Execute".Length) : name);
        return new HttpLibraryRequest(
            origin.Client,
            [
                .. from request in requests
                   from path in PathTemplate.Fill(request.Address, parameter => SegmentOf(parameter, address, values))
                   select new RequestPattern(verb is null ? request.Verb : VerbPattern.Of(verb), origin.AddressOf(path)),
            ],
            address.Syntax.GetLocation(),
            origin.HasOwnToken);
    }

    public static bool IsClient(ITypeSymbol? type) => type is { Name: "RestClient" or "IRestClient" } && Namespaces.IsIn(type, Space);

    private static IOperation? AddressOf(IInvocationOperation invocation) => HttpLibraryCalls.Argument(invocation, "request", "resource") is { } given ? Branches.Unconverted(given) : null;

    private static HttpLibraryOrigin? Made(IOperation made, ValueReader values)
    {
        if (made is not IObjectCreationOperation creation || !IsClient(creation.Type))
        {
            return null;
        }

        var hasOwnToken = OwnToken.IsSetAround(creation);
        return HttpLibraryCalls.Argument(creation, "httpClient") is { } client ? HttpLibraryOrigin.With(values.Clients(client))
            : HttpLibraryCalls.Argument(creation, "baseUrl") is { } address ? HttpLibraryOrigin.At(values.Texts(address), hasOwnToken)
            : HttpLibraryCalls.Argument(creation, "options") is { } options && values.CreationOf(options) is { } made2 ? OfOptions(made2, values, hasOwnToken)
            : HttpLibraryOrigin.Unknown;
    }

    private static HttpLibraryOrigin OfOptions(IObjectCreationOperation options, ValueReader values, bool hasOwnToken)
    {
        var address = HttpLibraryCalls.Argument(options, "baseUrl") ?? (options.Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "BaseUrl" })?.Value;
        return address is null ? HttpLibraryOrigin.Unknown : HttpLibraryOrigin.At(values.Texts(address), hasOwnToken);
    }

    // What AddUrlSegment puts in the place of a parameter, in the chain that makes the request or later.
    private static ImmutableArray<TextPattern>? SegmentOf(string parameter, IOperation request, ValueReader values)
    {
        var found = CallsIn(request).Where(call => call.TargetMethod.Name == "AddUrlSegment"
            && HttpLibraryCalls.Argument(call, "name")?.ConstantValue is { HasValue: true, Value: string name }
            && string.Equals(name, parameter, StringComparison.OrdinalIgnoreCase)).ToList();
        return found is [var only] && HttpLibraryCalls.Argument(only, "value") is { } value ? values.PartTexts(value) : null;
    }

    private static IEnumerable<IInvocationOperation> CallsIn(IOperation request) => request is ILocalReferenceOperation { Local: var local } use
        ? VariableMentions.In(VariableScope.Of(use, local).Syntax, local.Name).Tokens
            .Select(token => token.Parent?.FirstAncestorOrSelf<StatementSyntax>())
            .OfType<StatementSyntax>()
            .Distinct()
            .SelectMany(statement => statement.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddUrlSegment" })
            .Select(call => use.SemanticModel?.GetOperation(call))
            .OfType<IInvocationOperation>()
        : request.DescendantsAndSelf().OfType<IInvocationOperation>();
}
