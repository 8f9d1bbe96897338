using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Benchmarks.Generators.Apps;

/// <summary>Where a key press adds a character to a file: in a comment above everything, so that all else moves, in a method's body, and in a name.</summary>
internal static class TypingPlaces
{
    /// <summary>The text before each place.</summary>
    public static readonly IReadOnlyList<string> All = ["typed in a comment", "typed in a body", "TypedInAName"];

    /// <summary>A file with these places.</summary>
    /// <param name="usings">Its using directives.</param>
    /// <param name="types">Its types.</param>
    /// <param name="name">A name of its own.</param>
    public static string In(string usings, string types, string name) => $$"""
        {{usings}}
        namespace Sample;

        // {{All[0]}}
        {{types}}

        internal static class {{name}}
        {
            internal static string Text(int number)
            {
                var text = number > 0 ? "{{All[1]}}" : "";
                return text.Trim();
            }

            internal static void {{All[2]}}()
            {
            }
        }

        """;

    /// <summary>The file with one more character in a place.</summary>
    public static SyntaxTree Type(SyntaxTree tree, string place)
    {
        var text = tree.GetText();
        var at = text.ToString().IndexOf(place, StringComparison.Ordinal) + place.Length;
        return tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, 0), "x")));
    }
}
