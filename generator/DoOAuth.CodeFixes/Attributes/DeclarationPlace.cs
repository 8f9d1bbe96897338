using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes.Attributes;

/// <summary>The position for another scope of an annotated class.</summary>
/// <param name="Document">The document, which is rarely that of the report.</param>
/// <param name="Anchor">The attribute after which the scope is added.</param>
/// <param name="Declared">The scopes that the class already declares.</param>
internal sealed record DeclarationPlace(Document Document, AttributeSyntax Anchor, ImmutableHashSet<string> Declared)
{
    /// <summary>
    /// After the last scope of the part with <c>[DigitalOceanOAuth]</c> or, if only another part has scopes, after the last of
    /// those. Null if no document that can be edited contains the class.
    /// </summary>
    public static DeclarationPlace? Find(Solution solution, INamedTypeSymbol application, CancellationToken cancellationToken)
    {
        if (Application.Of(application, isInSource: true) is not { } declared)
        {
            return null;
        }

        var main = Editable(solution, application.GetAttributes().First(attribute => RuntimeTypes.IsApplication(attribute.AttributeClass)).ApplicationSyntaxReference, cancellationToken);
        var scopes = declared.Scopes
            .Select(scope => Editable(solution, scope.Attribute, cancellationToken))
            .OfType<AttributeSyntax>()
            .Where(attribute => !IsConditional(attribute))
            .OrderBy(attribute => attribute.SpanStart)
            .ToList();
        var anchor = scopes.LastOrDefault(attribute => PartOf(attribute) == PartOf(main)) ?? scopes.LastOrDefault() ?? main;
        return anchor is null
            ? null
            : new DeclarationPlace(solution.GetDocument(anchor.SyntaxTree)!, anchor, [.. declared.Scopes.Select(scope => scope.Name)]);
    }

    private static AttributeSyntax? Editable(Solution solution, SyntaxReference? reference, CancellationToken cancellationToken) =>
        reference is not null && solution.GetDocument(reference.SyntaxTree) is { } document and not SourceGeneratedDocument && document.Project.SupportsCompilation
            ? reference.GetSyntax(cancellationToken) as AttributeSyntax
            : null;

    // Between #if and #endif, if the class is not.
    private static bool IsConditional(AttributeSyntax attribute) =>
        PartOf(attribute) is { } part && Depth(part, attribute.SpanStart) != Depth(part, part.Keyword.SpanStart);

    private static int Depth(TypeDeclarationSyntax part, int position) => part.DescendantTrivia()
        .TakeWhile(trivia => trivia.SpanStart < position)
        .Sum(trivia => trivia.Kind() switch
        {
            SyntaxKind.IfDirectiveTrivia => 1,
            SyntaxKind.EndIfDirectiveTrivia => -1,
            _ => 0,
        });

    private static TypeDeclarationSyntax? PartOf(AttributeSyntax? attribute) => attribute?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
