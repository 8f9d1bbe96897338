using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>Refit: interfaces whose methods have attributes with verb and path.</summary>
internal sealed class Refit : IHttpLibrary
{
    private const string Space = "Refit";

    /// <inheritdoc/>
    public bool Sends(IInvocationOperation invocation) => invocation.TargetMethod is { IsAbstract: true, ContainingType.TypeKind: TypeKind.Interface } method && RouteOf(method) is not null;

    /// <inheritdoc/>
    public bool IsToldHere(ClientValue client) => false;

    /// <inheritdoc/>
    public HttpLibraryRequest? Read(IInvocationOperation invocation, ValueReader values, ClientBases bases)
    {
        if (RouteOf(invocation.TargetMethod) is not { AttributeClass.Name: var name, ConstructorArguments: [{ Value: string path }, ..] })
        {
            return null;
        }

        var verb = VerbPattern.Of(name.Substring(0, name.Length - "Attribute".Length));
        var origin = OriginOf(invocation, values, bases);
        return new HttpLibraryRequest(
            origin.Client,
            [.. Paths(path, invocation, values).Select(one => new RequestPattern(verb, origin.AddressOf(one)))],
            invocation.Syntax.GetLocation(),
            origin.HasOwnToken || HasOwnToken(invocation.TargetMethod, invocation.Instance?.Type ?? invocation.TargetMethod.ContainingType));
    }

    /// <summary>The interface for which <c>RestService.For</c> makes a client.</summary>
    public static ITypeSymbol? MadeBy(IInvocationOperation call) =>
        call.TargetMethod is { Name: "For", ContainingType: { Name: "RestService" } type } && Namespaces.IsIn(type, Space)
            ? RegisteredType.Named(call, call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0))
            : null;

    // A client is asked for as the interface that is registered, which may inherit the method.
    private static HttpLibraryOrigin OriginOf(IInvocationOperation invocation, ValueReader values, ClientBases bases)
    {
        foreach (var type in new[] { invocation.Instance?.Type, invocation.TargetMethod.ContainingType })
        {
            var origin = HttpLibraryCalls.OriginOf(invocation.Instance, type?.OriginalDefinition ?? (object)Space, values, bases, made => Made(made, values));
            if (origin != HttpLibraryOrigin.Unknown)
            {
                return origin;
            }
        }

        return HttpLibraryOrigin.Unknown;
    }

    // What RestService.For is given, or the base address of a registered client.
    private static HttpLibraryOrigin? Made(IOperation made, ValueReader values)
    {
        if (made is IInvocationOperation call && MadeBy(call) is not null)
        {
            return HttpLibraryCalls.Argument(call, "hostUrl", "client", "baseUrl", "httpClient") is { } given ? Made(given, values) is { } origin ? origin with { HasOwnToken = origin.HasOwnToken || OwnToken.IsSetIn(call.Syntax) } : null : null;
        }

        return made.Type switch
        {
            var type when ClientTypes.IsDigitalOcean(type) || ClientTypes.IsPlain(type) => HttpLibraryOrigin.With(values.Clients(made)),
            { SpecialType: SpecialType.System_String } or { Name: "Uri" } => HttpLibraryOrigin.At(values.Texts(made), OwnToken.IsSetWhereRegistered(made.Syntax, made.SemanticModel)),
            _ => null,
        };
    }

    private static AttributeData? RouteOf(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(attribute =>
        attribute.AttributeClass is { Name: "GetAttribute" or "PostAttribute" or "PutAttribute" or "PatchAttribute" or "DeleteAttribute" or "HeadAttribute" or "OptionsAttribute" } type && Namespaces.IsIn(type, Space));

    private static bool HasOwnToken(IMethodSymbol method, ITypeSymbol api) =>
        method.GetAttributes().Concat(api.AllInterfaces.Append(api).SelectMany(one => one.GetAttributes()))
            .Where(attribute => attribute.AttributeClass is { Name: "HeadersAttribute" } type && Namespaces.IsIn(type, Space))
            .SelectMany(attribute => attribute.ConstructorArguments)
            .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values : [argument])
            .Any(header => header.Value is string text && text.TrimStart().StartsWith("Authorization", StringComparison.OrdinalIgnoreCase))
        || method.Parameters.SelectMany(parameter => parameter.GetAttributes()).Any(attribute => attribute.AttributeClass is { } type && Namespaces.IsIn(type, Space)
            && (type.Name == "AuthorizeAttribute" || (type.Name == "HeaderAttribute" && attribute.ConstructorArguments is [{ Value: string header }, ..] && string.Equals(header, "Authorization", StringComparison.OrdinalIgnoreCase))));

    private static ImmutableArray<TextPattern> Paths(string path, IInvocationOperation invocation, ValueReader values) =>
        PathTemplate.Fill(path, name => Argument(invocation, name) is { } argument ? values.PartTexts(argument.Value) : null);

    private static IArgumentOperation? Argument(IInvocationOperation invocation, string name) => invocation.Arguments.FirstOrDefault(argument =>
        string.Equals(NameOf(argument.Parameter), name, StringComparison.OrdinalIgnoreCase));

    private static string? NameOf(IParameterSymbol? parameter) =>
        parameter?.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { Name: "AliasAsAttribute" } type && Namespaces.IsIn(type, Space)) is { ConstructorArguments: [{ Value: string alias }] }
            ? alias
            : parameter?.Name;
}
