using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Catalog.Names;

/// <summary>Names as they are written in code.</summary>
internal static class Identifier
{
    /// <summary>The name, with <c>@</c> before it where C# would read it as a keyword, here or in some position.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>The name with a capital first letter, as it continues another one.</summary>
    public static string Capitalize(string name) =>
        name.Length == 0 || char.IsUpper(name[0]) ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>What of the text can stand inside an identifier.</summary>
    public static string PartOf(string text) => new([.. text.Where(SyntaxFacts.IsIdentifierPartCharacter)]);
}
