using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Flow;

/// <summary>Searches the text of files, which is faster than to walk their nodes. The text of a file is made once.</summary>
internal static class FileText
{
    private static readonly ConditionalWeakTable<SyntaxTree, string> Known = new();

    /// <summary>The whole text of a file.</summary>
    public static string Of(SyntaxTree file) => Known.GetValue(file, static tree => tree.GetText().ToString());

    /// <summary>Whether a part of a file contains a word.</summary>
    public static bool Contains(SyntaxTree file, TextSpan part, string word) => Of(file).IndexOf(word, part.Start, part.Length, StringComparison.Ordinal) >= 0;
}
