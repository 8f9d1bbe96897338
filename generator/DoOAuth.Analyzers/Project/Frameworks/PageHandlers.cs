using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>
/// Handlers of Razor Pages, and what a page's markup calls. ASP.NET Core reads the attributes of the page and of its model, but none on handlers.
/// </summary>
internal sealed class PageHandlers : TypeFramework
{
    private const string RazorPages = "Microsoft.AspNetCore.Mvc.RazorPages";

    private static readonly string[] Verbs = ["Get", "Post", "Put", "Delete", "Patch", "Head", "Options"];

    private readonly GuardReader _guards;
    private readonly MvcFilters _filters;
    private readonly PageConventions _conventions;
    private readonly ILookup<ISymbol?, INamedTypeSymbol> _pagesOf;

    public PageHandlers(IEnumerable<INamedTypeSymbol> types, GuardReader guards, MvcFilters filters, PageConventions conventions)
    {
        (_guards, _filters, _conventions) = (guards, filters, conventions);
        _pagesOf = types.Where(IsPage).ToLookup(ModelOf, SymbolEqualityComparer.Default);
    }

    public override EndpointFamily Family => EndpointFamily.Pages;

    public override ImmutableArray<Guard> GuardsOfApp => _filters.OfApp;

    public override IEnumerable<TypeEndpoint> EndpointsOf(INamedTypeSymbol type)
    {
        var isPage = IsPage(type);
        if (!isPage && !IsModel(type))
        {
            yield break;
        }

        var guards = GuardsOf(type).AddRange(isPage ? ModelOf(type) is { } model ? GuardsOf(model) : [] : _pagesOf[type].SelectMany(page => GuardsOf(page)))
            .AddRange(_conventions.Of([type, .. _pagesOf[type]]));
        foreach (var method in TypeMembers.Methods(type))
        {
            if (IsHandler(method))
            {
                yield return new TypeEndpoint(type, method, guards, isPage ? GuardPlace.RazorFile : GuardPlace.Class);
            }
        }
    }

    private ImmutableArray<Guard> GuardsOf(INamedTypeSymbol type)
    {
        var attributes = TypeMembers.AttributesOf(type);
        return _guards.Of(attributes).AddRange(_filters.Of(attributes)).AddRange(_filters.OfType(type));
    }

    private static bool IsPage(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsAbstract: false } && TypeMembers.DerivesFrom(type, RazorPages, "Page");

    private static bool IsModel(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsAbstract: false }
        && (TypeMembers.DerivesFrom(type, RazorPages, "PageModel") || TypeMembers.Has(TypeMembers.AttributesOf(type), RazorPages + ".Infrastructure", "PageModelAttribute"));

    private static INamedTypeSymbol? ModelOf(INamedTypeSymbol page) =>
        page.GetMembers("Model").OfType<IPropertySymbol>().FirstOrDefault()?.Type is INamedTypeSymbol model && !SymbolEqualityComparer.Default.Equals(model, page) ? model.OriginalDefinition : null;

    // OnGet, OnGetAsync, OnPostDelete, OnPostDeleteAsync.
    private static bool IsHandler(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsGenericMethod: false }
        && method.Name.StartsWith("On", StringComparison.Ordinal)
        && Verbs.Any(verb => string.CompareOrdinal(method.Name, 2, verb, 0, verb.Length) == 0 && (method.Name.Length == verb.Length + 2 || char.IsUpper(method.Name[verb.Length + 2])))
        && !TypeMembers.Has(TypeMembers.AttributesOf(method), RazorPages, "NonHandlerAttribute");
}
