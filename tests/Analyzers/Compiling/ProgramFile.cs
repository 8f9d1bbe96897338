using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>Tells whether a project is a program, as its project file would.</summary>
internal static partial class ProgramFile
{
    /// <summary>A program where one of the files has top-level statements, else a library.</summary>
    public static OutputKind OutputKindOf(params IEnumerable<string> sources) =>
        sources.Any(source => CSharpSyntaxTree.ParseText(WithoutMarks(source)).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any())
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

    /// <summary>The code without the marks of expected reports.</summary>
    public static string WithoutMarks(string source) => Marks().Replace(source, "");

    [GeneratedRegex(@"\{\|[#\w]+:|\|\}|\[\||\|\]")]
    private static partial Regex Marks();
}
