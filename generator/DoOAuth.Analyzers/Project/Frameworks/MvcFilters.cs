using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Reads MVC's filters: attributes, those of the whole app, and a controller or page that is one itself.</summary>
internal sealed class MvcFilters(ProjectSummary summary, GuardReader guards, MemberBodies bodies, FilterCode code)
{
    private static readonly ImmutableArray<Guard> Unreadable = [new(GuardKind.Unreadable)];

    /// <summary>The filters that the app adds for all of its controllers and pages.</summary>
    public ImmutableArray<Guard> OfApp { get; } =
    [
        .. summary.Conventions.Where(convention => convention.Family == EndpointFamily.Controllers)
            .SelectMany(convention => bodies.Of(convention.Call) is IInvocationOperation call ? OfConvention(call, guards, code) : Unreadable),
    ];

    /// <summary>The filters among attributes.</summary>
    public ImmutableArray<Guard> Of(ImmutableArray<AttributeData> attributes) => [.. attributes.SelectMany(Of)];

    /// <summary>The filter that a controller or page is by the methods that it overrides.</summary>
    public ImmutableArray<Guard> OfType(INamedTypeSymbol type)
    {
        var methods = FilterCode.OfMethods(type);
        return methods.IsEmpty ? [] : code.IsReadable(type) ? methods : Unreadable;
    }

    private IEnumerable<Guard> Of(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return [];
        }

        if (!type.AllInterfaces.Any(candidate => candidate.Name == "IFilterMetadata"))
        {
            return type.AllInterfaces.Any(candidate => candidate.Name.EndsWith("ModelConvention", StringComparison.Ordinal)) && !type.DeclaringSyntaxReferences.IsEmpty ? Unreadable : [];
        }

        if (type.Name is "TypeFilterAttribute" or "ServiceFilterAttribute")
        {
            return code.Of(type.TypeArguments.FirstOrDefault() ?? attribute.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol);
        }

        return type.AllInterfaces.Any(candidate => candidate.Name == "IFilterFactory") && !type.DeclaringSyntaxReferences.IsEmpty ? Unreadable : code.Of(type).Select(guard => guard with { Arguments = GivenScopes.ArgumentsOf(attribute) });
    }

    private static ImmutableArray<Guard> OfConvention(IInvocationOperation call, GuardReader guards, FilterCode code)
    {
        var given = call.Arguments.FirstOrDefault();
        var value = given is null ? null : Branches.Unconverted(given.Value);
        var type = RegisteredType.Of(call, given);
        return call.Instance?.Type?.Name != "FilterCollection"
            ? type is { Name: "RouteTokenTransformerConvention" } ? [] : Unreadable
            : value is IObjectCreationOperation { Type.Name: "AuthorizeFilter", Arguments: var arguments }
                ? arguments.IsEmpty ? PolicyReader.Default : [.. arguments.SelectMany(argument => PolicyReader.OfFilter(argument.Value, guards))]
                : code.Of(type);
    }
}
