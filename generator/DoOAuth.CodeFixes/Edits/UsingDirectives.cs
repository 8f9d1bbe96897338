using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Edits;

/// <summary>Adds <c>using</c> directives where the file has its own: in the same order, inside or above the namespace.</summary>
internal static class UsingDirectives
{
    /// <summary>Imports the namespaces for the code at a position. They must not be imported yet.</summary>
    public static void Add(SolutionEdits edits, Document document, CompilationUnitSyntax root, SourceText text, int position, IEnumerable<string> namespaces)
    {
        var sorted = namespaces.OrderBy(name => name, StringComparer.Ordinal).ToList();
        var directives = DirectivesFor(root, position);
        if (directives.Count == 0 || directives.All(directive => directive.GlobalKeyword != default))
        {
            InsertAtTop(edits, document, root, text, directives, sorted);
            return;
        }

        foreach (var name in sorted)
        {
            InsertAmong(edits, document, text, directives, name);
        }
    }

    private static SyntaxList<UsingDirectiveSyntax> DirectivesFor(CompilationUnitSyntax root, int position)
    {
        if (root.Usings.Count == 0)
        {
            var around = root.FindToken(position).Parent?.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>() ?? [];
            if (around.FirstOrDefault(space => space.Usings.Count > 0) is { } inner)
            {
                return inner.Usings;
            }
        }

        return root.Usings;
    }

    private static void InsertAmong(SolutionEdits edits, Document document, SourceText text, SyntaxList<UsingDirectiveSyntax> directives, string name)
    {
        var plain = directives.Where(IsPlain).ToList();
        var names = plain.Select(directive => directive.Name!.ToString()).ToList();
        var comparer = OrderOf(names);
        var next = comparer is null ? null : plain.FirstOrDefault(directive => comparer.Compare(directive.Name!.ToString(), name) > 0);

        // Aliases and static usings follow the plain ones.
        next ??= plain.Count == 0 ? directives.First(directive => directive.GlobalKeyword == default) : null;
        var neighbour = next ?? plain[plain.Count - 1];
        var line = $"{SourceLines.IndentationOf(text, neighbour.SpanStart)}using {name};";
        var lineBreak = SourceLines.BreakOf(text, neighbour.SpanStart);
        if (next is not null)
        {
            edits.Insert(document, text.Lines.GetLineFromPosition(next.SpanStart).Start, line + lineBreak);
        }
        else
        {
            edits.Insert(document, SourceLines.EndOf(neighbour.GetLastToken()), lineBreak + line);
        }
    }

    // At the top, after everything that must be or usually is before usings: directives of a file-based app, the file's header, global usings.
    private static void InsertAtTop(SolutionEdits edits, Document document, CompilationUnitSyntax root, SourceText text, SyntaxList<UsingDirectiveSyntax> globalOnes, IReadOnlyList<string> names)
    {
        var lineBreak = SourceLines.BreakOf(text, 0);
        var lines = string.Concat(names.Select(name => $"using {name};{lineBreak}"));
        var above = globalOnes.Count > 0 ? globalOnes[globalOnes.Count - 1] : root.Externs.LastOrDefault() as SyntaxNode;
        if (above is not null)
        {
            edits.Insert(document, SourceLines.EndOf(above.GetLastToken()), lineBreak + lines.Substring(0, lines.Length - lineBreak.Length));
            return;
        }

        var number = 0;
        while (number < text.Lines.Count && IsHeader(text.Lines[number].ToString()))
        {
            number++;
        }

        var isHeaderApart = number > 0 && number < text.Lines.Count && string.IsNullOrWhiteSpace(text.Lines[number].ToString());
        if (number > 0 && !isHeaderApart && !text.Lines[number - 1].ToString().StartsWith("#", StringComparison.Ordinal))
        {
            // The comment belongs to the code after it.
            number = 0;
        }

        var line = text.Lines[Math.Min(isHeaderApart ? number + 1 : number, text.Lines.Count - 1)];
        edits.Insert(document, line.Start, lines + (string.IsNullOrWhiteSpace(line.ToString()) ? "" : lineBreak));
    }

    private static bool IsHeader(string line) =>
        line.StartsWith("#:", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal)
        || (line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("///", StringComparison.Ordinal));

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, Name: not null } && directive.StaticKeyword == default && directive.GlobalKeyword == default;

    // The current order of the names, if any: by name, or by name with System first.
    private static NamespaceOrder? OrderOf(List<string> names) =>
        new[] { NamespaceOrder.SystemFirst, NamespaceOrder.ByName }.FirstOrDefault(order =>
            Enumerable.Range(1, Math.Max(0, names.Count - 1)).All(index => order.Compare(names[index - 1], names[index]) <= 0));
}
