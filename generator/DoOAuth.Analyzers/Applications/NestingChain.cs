using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Applications;

/// <summary>A type's declaration and those that it is nested in.</summary>
internal static class NestingChain
{
    /// <summary>The declarations from the outermost to the type's own.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Of(TypeDeclarationSyntax type) =>
        type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse();

    /// <summary>How the declaration begins once it is partial, such as <c>public static partial class DropletDeck</c>.</summary>
    public static string PartialHeader(TypeDeclarationSyntax type)
    {
        IEnumerable<string> words =
        [
            .. type.Modifiers.Select(modifier => modifier.Text),
            SyntaxFacts.GetText(SyntaxKind.PartialKeyword),
            type.Keyword.Text,
            type is RecordDeclarationSyntax record ? record.ClassOrStructKeyword.Text : "",
            type.Identifier.Text,
        ];
        return string.Join(" ", words.Where(word => word.Length > 0));
    }
}
