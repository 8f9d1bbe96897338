using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Catalog.Names;

/// <summary>Names as they are written in code.</summary>
internal static class Identifier
{
    /// <summary>The name, with <c>@</c> before it if it is a C# keyword, or a keyword in some contexts.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>The name with an uppercase first letter, to append to another name.</summary>
    public static string Capitalize(string name) =>
        name.Length == 0 || char.IsUpper(name[0]) ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The characters of the text that are allowed in an identifier.</summary>
    public static string PartOf(string text) => new([.. text.Where(SyntaxFacts.IsIdentifierPartCharacter)]);
}
