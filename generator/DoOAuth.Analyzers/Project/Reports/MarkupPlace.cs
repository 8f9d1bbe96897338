using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>Where a page or component is reported whose markup makes the call: at its own method that the markup calls, or in the markup.</summary>
internal static class MarkupPlace
{
    /// <summary>The place.</summary>
    /// <param name="path">The path from the markup.</param>
    /// <param name="markup">The endpoint.</param>
    public static Location Of(CallPath path, TypeEndpoint markup)
    {
        Location? inMarkup = null;
        for (var step = path; step is not null; step = step.Next)
        {
            if (step.Code.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                && !SymbolEqualityComparer.Default.Equals(method, markup.Method)
                && method.Locations[0] is var own
                && IsWritten(own))
            {
                return inMarkup is not null && !SymbolEqualityComparer.Default.Equals(method.ContainingType, markup.Type) ? inMarkup : own;
            }

            inMarkup ??= IsWritten(step.At) ? step.At : null;
        }

        return inMarkup ?? markup.Method.Locations[0];
    }

    /// <summary>The place of a type that inherits the method: in markup, its route.</summary>
    public static Location Of(TypeEndpoint inherited) =>
        inherited.Type.Locations.Concat(inherited.Type.GetAttributes().Select(RouteOf).OfType<Location>()).FirstOrDefault(IsWritten) ?? inherited.Method.Locations[0];

    private static Location? RouteOf(AttributeData attribute) =>
        attribute.AttributeClass?.Name == "RouteAttribute" && attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: [{ Expression: var route }, ..] } ? route.GetLocation() : null;

    // What Razor generates around the code of a page has no place in it.
    private static bool IsWritten(Location location) =>
        location.SourceTree is { } tree && (!tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || location.GetMappedLineSpan().HasMappedPath);
}
