using System.Globalization;
using System.Text;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Libraries;

/// <summary>
/// The form in which an address travels in a library's metadata: <c>/v2/droplets/{#}</c>. In braces, <c>#</c> is a number, <c>?</c> a query, a number the
/// parameter at that place, <c>0 by /</c> its elements with a slash between them, a documentation ID a member that other projects implement, and nothing an unknown part. Other braces are doubled.
/// </summary>
internal static class PatternText
{
    // The elements of a parameter, with what is between them.
    private const string Between = " by ";

    /// <summary>Writes an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="name">Names a parameter; null if the reader cannot know it.</param>
    public static string Write(TextPattern address, Func<IParameterSymbol, string?> name) => string.Concat(address.Pieces.Select(piece => piece switch
    {
        { Text: { } text } => text.Replace("{", "{{").Replace("}", "}}"),
        { Change: not null } => Hole(""),
        { Member: { Type: not ITypeParameterSymbol, Member: { } member } } => Hole(member.OriginalDefinition.GetDocumentationCommentId() ?? ""),
        { Parameter: { } parameter, Separator: { } separator } => Hole(name(parameter) is { } named ? named + Between + separator : ""),
        { Parameter: { } parameter, IsQuery: false } => Hole(name(parameter) ?? ""),
        { IsQuery: true } => Hole("?"),
        { IsValue: true } => Hole("#"),
        _ => Hole(""),
    }));

    /// <summary>Writes the name of a parameter.</summary>
    public static string Hole(string name) => "{" + name + "}";

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameter">Finds a parameter by its name.</param>
    /// <param name="find">Finds a member.</param>
    public static TextPattern Read(string text, Func<string, IParameterSymbol?> parameter, Func<string, ISymbol?> find)
    {
        var (pattern, known) = (TextPattern.Empty, new StringBuilder());
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '{' or '}' && index + 1 < text.Length && text[index + 1] == text[index])
            {
                known.Append(text[index++]);
            }
            else if (text[index] == '{' && text.IndexOf('}', index) is >= 0 and var end)
            {
                pattern = pattern.Append(TextPattern.Of(known.ToString())).Append(Read(text.Substring(index + 1, end - index - 1)));
                known.Clear();
                index = end;
            }
            else
            {
                known.Append(text[index]);
            }
        }

        return pattern.Append(TextPattern.Of(known.ToString()));

        TextPattern Read(string hole) => hole switch
        {
            "?" => TextPattern.Query,
            "#" => TextPattern.Value,
            _ when hole.IndexOf(Between, StringComparison.Ordinal) is >= 0 and var end =>
                parameter(hole.Substring(0, end)) is { } collection ? TextPattern.OfElements(collection, hole.Substring(end + Between.Length)) : TextPattern.Hole,
            [_, ':', ..] when hole.IndexOf('|') < 0 => find(hole) is { ContainingType: { } type } member ? TextPattern.Of(new TextMember(member, type)) : TextPattern.Hole,
            _ => parameter(hole) is { } found ? TextPattern.Of(found) : TextPattern.Hole,
        };
    }

    /// <summary>The name in braces; null if the text is something else.</summary>
    public static string? HoleIn(string text) => text.Length > 1 && text[0] == '{' && text.IndexOf('}') == text.Length - 1 ? text.Substring(1, text.Length - 2) : null;

    /// <summary>Names a parameter of the member that a description is about, or of another member.</summary>
    public static string? NameOf(IParameterSymbol parameter, IMethodSymbol? member)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol owner)
        {
            return member is { ContainingType.IsExtension: true } ? "0" : null;
        }

        var ordinal = CallArguments.OrdinalOf(parameter, owner).ToString(CultureInfo.InvariantCulture);
        return member is not null && CallArguments.PartsOf(member).Contains(owner.OriginalDefinition, SymbolEqualityComparer.Default) ? ordinal
            : owner.MethodKind == MethodKind.Constructor && owner.GetDocumentationCommentId() is { } id ? $"{id}|{ordinal}"
            : null;
    }
}
