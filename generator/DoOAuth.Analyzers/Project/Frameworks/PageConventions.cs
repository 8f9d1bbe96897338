using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>
/// Reads the conventions of Razor Pages: <c>AuthorizePage</c>, <c>AuthorizeFolder</c> and those for areas, by the path of a page's file. A convention
/// that cannot be read may guard every page.
/// </summary>
internal sealed class PageConventions(ProjectSummary summary, MemberBodies bodies, FilterCode code)
{
    private static readonly ImmutableArray<Guard> Unreadable = [new(GuardKind.Unreadable)];

    // Routes and the like; they guard nothing.
    private static readonly string[] Harmless = ["AddPageRoute", "AddAreaPageRoute"];

    private readonly IReadOnlyList<(string? Path, bool IsFolder, ImmutableArray<Guard> Guards)> _conventions =
    [
        .. summary.Conventions.Where(convention => convention.Family == EndpointFamily.Pages)
            .Select(convention => bodies.Of(convention.Call) is IInvocationOperation call ? Read(call, code) : (null, true, Unreadable)),
    ];

    /// <summary>What the conventions add to a page: to a model, and the classes of the pages that use it.</summary>
    public IEnumerable<Guard> Of(IReadOnlyList<INamedTypeSymbol> types)
    {
        var path = types.Select(PathOf).FirstOrDefault(path => path is not null);
        return _conventions
            .Where(convention => convention.Path is null || path is null || Applies(convention.Path, convention.IsFolder, path))
            .SelectMany(convention => convention.Guards)
            .Where(guard => path is not null || guard.Kind != GuardKind.Anonymous);
    }

    private static bool Applies(string convention, bool isFolder, string path) => isFolder
        ? path.StartsWith(convention.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase)
        : string.Equals(path, convention, StringComparison.OrdinalIgnoreCase);

    private static (string? Path, bool IsFolder, ImmutableArray<Guard> Guards) Read(IInvocationOperation call, FilterCode code)
    {
        var name = call.TargetMethod.Name;
        if (name is "AuthorizePage" or "AuthorizeFolder" or "AuthorizeAreaPage" or "AuthorizeAreaFolder")
        {
            return (PathOf(call), name.EndsWith("Folder", StringComparison.Ordinal), Argument(call, "policy") is { } policy ? PolicyReader.Named(policy) : PolicyReader.Default);
        }

        // A page that is open again after its folder was closed is open.
        if (name.StartsWith("AllowAnonymousTo", StringComparison.Ordinal))
        {
            return (PathOf(call), name.EndsWith("Folder", StringComparison.Ordinal), PathOf(call) is null ? [] : [new Guard(GuardKind.Anonymous)]);
        }

        if (name == "ConfigureFilter" && Argument(call, "filter") is { } filter)
        {
            return (null, true, code.Of(filter is IConversionOperation { Operand.Type: { } type } ? type : filter.Type));
        }

        return (null, true, Harmless.Contains(name) ? [] : Unreadable);
    }

    private static string? PathOf(IInvocationOperation call)
    {
        var path = (Argument(call, "pageName") ?? Argument(call, "folderPath"))?.ConstantValue.Value as string;
        return Argument(call, "areaName") is not { } area ? path : area.ConstantValue.Value is string areaName && path is not null ? $"/{areaName}{path}" : null;
    }

    private static IOperation? Argument(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    // By what Razor says of the file or, for a model, by its own file.
    private static string? PathOf(INamedTypeSymbol type) => type.GetAttributes()
        .Where(attribute => attribute is { AttributeClass.Name: "RazorCompiledItemMetadataAttribute", ConstructorArguments: [{ Value: "Identifier" }, _] })
        .Select(attribute => attribute.ConstructorArguments[1].Value as string ?? "")
        .Concat(type.Locations.Concat(type.GetMembers().SelectMany(member => member.Locations)).Select(location => location.GetMappedLineSpan().Path?.Replace('\\', '/') ?? ""))
        .Select(PathOf)
        .FirstOrDefault(path => path is not null);

    // Pages/Admin/Index.cshtml.cs is /Admin/Index, and Areas/Staff/Pages/Index.cshtml.cs is /Staff/Index.
    private static string? PathOf(string file)
    {
        var end = file.IndexOf(".cshtml", StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            return null;
        }

        // The folder is the last one with the whole name.
        var path = "/" + file.Substring(0, end);
        var pages = path.LastIndexOf("/Pages/", StringComparison.Ordinal);
        if (pages < 0)
        {
            return null;
        }

        var folders = path.Substring(0, pages).Split('/');
        var area = folders.Length > 2 && folders[folders.Length - 2] == "Areas" ? "/" + folders[folders.Length - 1] : "";
        return $"{area}/{path.Substring(pages + "/Pages/".Length)}";
    }
}
