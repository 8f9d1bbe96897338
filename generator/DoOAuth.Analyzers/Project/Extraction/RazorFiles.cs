using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Recognizes the code that Razor generates.</summary>
internal static class RazorFiles
{
    private static readonly string[] Endings = ["_cshtml.g.cs", "_razor.g.cs", ".cshtml.g.cs", ".razor.g.cs"];

    /// <summary>Whether a file is the code of a page, a view or a component.</summary>
    public static bool IsGenerated(SyntaxTree tree) => Endings.Any(ending => tree.FilePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
