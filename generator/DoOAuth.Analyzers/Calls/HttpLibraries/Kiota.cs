using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>Kiota: generated request builders, whose constructors name the template of their address.</summary>
internal sealed class Kiota : IHttpLibrary
{
    public const string AdapterKey = "Kiota.HttpClientRequestAdapter";

    public const string BaseUrlKey = "Kiota.BaseUrl";

    private const string Space = "Microsoft.Kiota.Abstractions";

    /// <inheritdoc/>
    public bool Sends(IInvocationOperation invocation) => invocation.TargetMethod is { IsStatic: false, Name: "GetAsync" or "PostAsync" or "PutAsync" or "PatchAsync" or "DeleteAsync" or "HeadAsync" } method
        && IsBuilder(method.ContainingType);

    /// <inheritdoc/>
    public bool IsToldHere(ClientValue client) => false;

    /// <inheritdoc/>
    public HttpLibraryRequest? Read(IInvocationOperation invocation, ValueReader values, ClientBases bases)
    {
        if (TemplateOf(invocation.TargetMethod.ContainingType) is not { } template || !template.StartsWith("{+baseurl}", StringComparison.Ordinal))
        {
            return null;
        }

        var origin = OriginOf(invocation.Instance, values, bases);
        var verb = VerbPattern.Of(HttpLibraryCalls.VerbOf(invocation.TargetMethod.Name)!);
        var indexes = Indexes(invocation.Instance).ToList();
        var count = 0;
        var paths = PathTemplate.Fill(
            template.Substring("{+baseurl}".Length),
            _ => indexes.ElementAtOrDefault(count++) is { } index ? values.PartTexts(index) : null);
        return new HttpLibraryRequest(origin.Client, [.. paths.Select(path => new RequestPattern(verb, origin.AddressOf(path)))], invocation.Syntax.GetLocation(), origin.HasOwnToken);
    }

    /// <summary>Whether the type has the requests of an adapter.</summary>
    public static bool IsAdapter(ITypeSymbol? type) => type is { Name: "HttpClientRequestAdapter" or "DefaultRequestAdapter" } && type.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.Kiota.", StringComparison.Ordinal) is true;

    // The generated client has the API's own address, unless the project gives its adapters another.
    private static HttpLibraryOrigin OriginOf(IOperation? builder, ValueReader values, ClientBases bases)
    {
        var adapters = bases.At(AdapterKey).Select(adapter => adapter is IObjectCreationOperation creation ? Made(creation, values) : HttpLibraryOrigin.Unknown).Distinct().ToList();
        var adapter = adapters.Count switch { 0 => new HttpLibraryOrigin(ClientValue.Unknown, null, HasOwnToken: false), 1 => adapters[0], _ => adapters.TrueForAll(one => one.HasOwnToken) ? adapters[0] : null };
        if (adapter is null || adapter.Client.IsDigitalOcean)
        {
            return adapter ?? HttpLibraryOrigin.Unknown;
        }

        var addresses = bases.At(BaseUrlKey).Where(site => site is null || RootOf(site.Syntax) is null).Select(site => site is null ? [TextPattern.Hole] : values.Texts(site)).ToList();
        if (addresses.Count > 0 || adapter.Base is not null)
        {
            return HttpLibraryOrigin.At([.. addresses.SelectMany(texts => texts), .. adapter.Base is null ? [] : new[] { adapter.Base }], adapter.HasOwnToken);
        }

        return OwnAddress(builder) is { } own ? new HttpLibraryOrigin(ClientValue.Unknown, TextPattern.Of(own), adapter.HasOwnToken) : HttpLibraryOrigin.Unknown;
    }

    private static HttpLibraryOrigin Made(IObjectCreationOperation adapter, ValueReader values)
    {
        var isAnonymous = HttpLibraryCalls.Argument(adapter, "authenticationProvider") is { } provider && values.CreationOf(Branches.Unconverted(provider)) is { Type.Name: "AnonymousAuthenticationProvider" };
        var client = HttpLibraryCalls.Argument(adapter, "httpClient") is { } http ? HttpLibraryOrigin.With(values.Clients(http)) : HttpLibraryOrigin.Unknown;
        return client with { HasOwnToken = client.HasOwnToken || !isAnonymous };
    }

    // What the constructor of the client at the root of the builders assigns.
    private static string? OwnAddress(IOperation? last)
    {
        foreach (var builder in ChainOf(last))
        {
            if (builder.Type is INamedTypeSymbol type && TemplateOf(type) == "{+baseurl}")
            {
                return type.DeclaringSyntaxReferences.SelectMany(declaration => declaration.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>())
                    .Where(assignment => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseUrl" })
                    .Select(assignment => (assignment.Right as LiteralExpressionSyntax)?.Token.ValueText)
                    .FirstOrDefault();
            }
        }

        return null;
    }

    private static TypeDeclarationSyntax? RootOf(SyntaxNode assigned) =>
        assigned.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.ValueText == "{+baseurl}") ? type : null;

    // The arguments of indexers, and of methods such as ByDropletId, from the first to the last.
    private static Stack<IOperation> Indexes(IOperation? last)
    {
        var found = new Stack<IOperation>();
        foreach (var builder in ChainOf(last))
        {
            if (ValueReader.ArgumentsOf(builder) is [var index] && builder is not IObjectCreationOperation)
            {
                found.Push(index.Value);
            }
        }

        return found;
    }

    // The builders of a chain, from the last to the first. Code that does not compile yet can lead in circles.
    private static IEnumerable<IOperation> ChainOf(IOperation? last)
    {
        var seen = new HashSet<SyntaxNode>();
        for (var builder = last; builder is not null && seen.Add(builder.Syntax);)
        {
            builder = Branches.Unconverted(builder);
            seen.Add(builder.Syntax);
            yield return builder;
            builder = builder switch
            {
                IPropertyReferenceOperation property => property.Instance,
                IInvocationOperation call => call.Instance,
                ILocalReferenceOperation local => VariableScope.OnlyValue(local, local.Local),
                _ => null,
            };
        }
    }

    private static bool IsBuilder(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "BaseRequestBuilder" } && Namespaces.IsIn(type, Space))
            {
                return true;
            }
        }

        return false;
    }

    private static string? TemplateOf(INamedTypeSymbol builder) => builder.DeclaringSyntaxReferences
        .SelectMany(declaration => (declaration.GetSyntax() as TypeDeclarationSyntax)?.Members.OfType<ConstructorDeclarationSyntax>() ?? [])
        .Select(constructor => constructor.Initializer)
        .Where(initializer => initializer.IsKind(SyntaxKind.BaseConstructorInitializer))
        .SelectMany(initializer => initializer!.ArgumentList.Arguments)
        .Select(argument => (argument.Expression as LiteralExpressionSyntax)?.Token.Value as string)
        .FirstOrDefault(text => text is not null && text.StartsWith("{+baseurl}", StringComparison.Ordinal));
}
