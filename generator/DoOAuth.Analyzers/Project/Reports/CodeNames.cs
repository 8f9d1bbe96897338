using System.Globalization;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>Names code for people.</summary>
internal sealed class CodeNames(ProjectSummary summary)
{
    private const int MostNames = 6;

    /// <summary>The names on a path, such as <c>ListAsync → DropletService.LoadAsync</c>; empty if there are only lambdas.</summary>
    /// <param name="codes">The code on the path.</param>
    /// <param name="near">The code that the report is located in. Members of its type do not need the type's name.</param>
    public string Along(IEnumerable<CodeKey> codes, CodeKey near)
    {
        var names = new List<string>();
        foreach (var name in codes.Select(code => NameOf(code, near.Symbol?.ContainingType)).OfType<string>())
        {
            if (names.Count == 0 || names[names.Count - 1] != name)
            {
                names.Add(name);
            }
        }

        return string.Join(" → ", names.Count > MostNames ? [.. names.Take(3), "…", .. names.Skip(names.Count - 2)] : names);
    }

    /// <summary>A location, such as <c>Droplets.cs, line 12</c>.</summary>
    public static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return string.Format(CultureInfo.InvariantCulture, "{0}, line {1}", File(location), span.StartLinePosition.Line + 1);
    }

    /// <summary>The name of a location's file, such as <c>Droplets.cs</c>.</summary>
    public static string File(Location location)
    {
        var path = location.GetLineSpan().Path;
        return path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
    }

    /// <summary>A call of a library with the code that makes it, such as <c>DropletService.ListAsync → Sender.SendAsync (in Core)</c>.</summary>
    public static string InLibrary(ApiCallSite site) => site.Library is { } library
        ? $"{string.Join(" → ", new[] { MemberOf(site), library.Through }.Where(name => name.Length > 0))} (in {library.Assembly})"
        : "";

    private static string MemberOf(ApiCallSite site) => site.From.Symbol is { } member ? NameOf(member, null) : "";

    private string? NameOf(CodeKey code, INamedTypeSymbol? near)
    {
        if (code.Symbol is not { } symbol)
        {
            return summary.FunctionNames.TryGetValue(code, out var name) ? name : null;
        }

        return NameOf(symbol, near);
    }

    private static string NameOf(ISymbol symbol, INamedTypeSymbol? near) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => "new " + constructor.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } property } => Qualified(property, near),
        IMethodSymbol { IsExtensionMethod: true } extension => extension.Name,
        IMethodSymbol { ExplicitInterfaceImplementations: [var implemented, ..] } => $"{symbol.ContainingType.Name}.{implemented.Name}",
        _ => Qualified(symbol, near),
    };

    private static string Qualified(ISymbol member, INamedTypeSymbol? near)
    {
        var name = member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name;
        return member.ContainingType is { } type && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, near?.OriginalDefinition) ? $"{type.Name}.{name}" : name;
    }
}
