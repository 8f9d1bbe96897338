using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>
/// Finds scopes that the texts of a project name, such as links in markup, and code of other build configurations that may need them. All files are
/// searched, but only for the scopes that nothing else needs.
/// </summary>
internal sealed class NamedScopes
{
    private static readonly string[] CallWords = ["v2/", "DigitalOceanClient", ".Client", "DoOAuth"];

    private readonly List<string> _texts = [];
    private readonly List<string> _disabled = [];

    /// <summary>Searches the project's files.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="scopes">The scopes to search for.</param>
    /// <param name="cancellationToken">A token to cancel the search.</param>
    public NamedScopes(Compilation compilation, IEnumerable<string> scopes, CancellationToken cancellationToken)
    {
        var words = WordsOf(scopes);
        foreach (var tree in compilation.SyntaxTrees.Where(IsOwn))
        {
            var root = tree.GetRoot(cancellationToken);
            if (root.ContainsDirectives)
            {
                _disabled.AddRange(root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)).Select(trivia => trivia.ToString()));
            }

            var text = tree.GetText(cancellationToken).ToString();
            if (words.Any(text.Contains))
            {
                Read(root, compilation, cancellationToken);
            }
        }

        IsUnknown |= _disabled.Any(text => CallWords.Any(text.Contains));
    }

    /// <summary>Whether any scope may be needed: a link to login asks for what cannot be evaluated, or code of another configuration calls the API.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Whether a text names the scope, or code of another configuration does.</summary>
    public bool Contains(string scope, Application application) =>
        _texts.Any(text => Names(text, scope))
        || _disabled.Any(text => text.Contains(scope) || text.Contains(application.GuardFor(scope)) || text.Contains(ScopeConstant.Of(scope).ToString()));

    private void Read(SyntaxNode root, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var token in root.DescendantTokens().Where(token => token.Value is string && !token.IsKind(SyntaxKind.IdentifierToken) && !IsInDeclaration(token)))
        {
            var text = token.ValueText.Contains("%3") ? Uri.UnescapeDataString(token.ValueText) : token.ValueText;
            if (text.Contains(":") || text.Contains("scope=") || !text.Contains(" "))
            {
                _texts.Add(text);
            }

            IsUnknown |= text.EndsWith("scope=", StringComparison.Ordinal)
                && After(token) is { } scope
                && !compilation.GetSemanticModel(root.SyntaxTree).GetConstantValue(scope, cancellationToken).HasValue;
        }
    }

    private static string[] WordsOf(IEnumerable<string> scopes) =>
    [
        "scope=", "%3",
        .. scopes.SelectMany(scope => ScopeCoverage.IsBroad(scope) ? [":", $"\"{scope}\""] : new[] { $"{ScopeName.ResourceOf(scope)}:", $":{ScopeName.ActionOf(scope)}" }),
    ];

    // A word of the text is the scope, or the part of it that is not computed, as in $"{resource}:read".
    private static bool Names(string text, string scope)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && IsPart(text[end]))
            {
                end++;
            }

            if (end > start && Means(text.Substring(start, end - start), start == 0, end == text.Length) is { } named && ScopeCoverage.Covers(scope, named))
            {
                return true;
            }

            start = end;
        }

        return false;

        string? Means(string word, bool isFirst, bool isLast) =>
            BundledCatalogs.Scopes.Find(word) is not null ? word.Contains(":") || word == text || text.Contains("scope=") ? word : null
            : isFirst && word.StartsWith(":", StringComparison.Ordinal) ? (ScopeName.ResourceOf(scope) ?? "any") + word
            : isLast && word.EndsWith(":", StringComparison.Ordinal) ? word + ScopeName.ActionOf(scope)
            : null;
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character is ':' or '_' or '-';

    // The declaration of the scope itself, or of a constant, whose uses count.
    private static bool IsInDeclaration(SyntaxToken token) => token.Parent?.FirstAncestorOrSelf<SyntaxNode>(node => node is AttributeSyntax or MemberDeclarationSyntax) switch
    {
        AttributeSyntax { Name: var name } => name.ToString() is var written && (written.EndsWith("DigitalOceanScope", StringComparison.Ordinal) || written.EndsWith("DigitalOceanScopeAttribute", StringComparison.Ordinal)),
        FieldDeclarationSyntax { Modifiers: var modifiers } => modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    // The expression that an interpolation or concatenation puts after a text.
    private static ExpressionSyntax? After(SyntaxToken token) => token.Parent switch
    {
        InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax { Contents: var contents } } part =>
            (contents.ElementAtOrDefault(contents.IndexOf(part) + 1) as InterpolationSyntax)?.Expression,
        LiteralExpressionSyntax { Parent: BinaryExpressionSyntax { Right: var right } sum } literal => right != literal ? right : (sum.Parent as BinaryExpressionSyntax)?.Right,
        _ => null,
    };

    private static bool IsOwn(SyntaxTree tree) => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || RazorFiles.IsGenerated(tree);
}
