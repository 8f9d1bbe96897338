using System.Text;
using DoOAuth.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Docs.Tests.Compiling;

/// <summary>
/// The project that a reader has after pasting a block. A whole file is taken as it is. An excerpt gets what the page leaves out:
/// <c>builder</c> and <c>app</c>, and the annotated class that it speaks of, from where the reader has it.
/// </summary>
/// <param name="Sources">The project's files.</param>
/// <param name="Runs">Whether there is a program among them.</param>
internal sealed record PageProgram(IReadOnlyList<string> Sources, bool Runs)
{
    public static PageProgram Of(PageBlock block)
    {
        var unit = Parse(block.Text);
        List<string> sources = [];
        var runs = unit.Members.OfType<GlobalStatementSyntax>().Any();
        if (!runs)
        {
            sources.Add(Usings(unit) + At(block, block.Text));
            runs = AddUse(unit, block, sources);
        }
        else
        {
            sources.Add(SpeaksOfApp(unit) ? Wrap(unit, block) : BeginsItself(unit) ? Usings(unit) + At(block, block.Text) : Continue(unit, block));
            sources.AddRange(AddedApplications(unit).Except(DeclaredClasses(unit)).Select(name => DeclarationOf(name, block)));
        }

        return new PageProgram(sources, runs);
    }

    // Who pastes a file with usings has them all; an excerpt without any leaves out this one.
    private static string Usings(CompilationUnitSyntax unit) => unit.Usings.Count == 0 ? "using DoOAuth;\n" : "";

    private static bool SpeaksOfApp(CompilationUnitSyntax unit) =>
        unit.Members.OfType<GlobalStatementSyntax>().First().ToString() is var first
        && (first.StartsWith("builder.", StringComparison.Ordinal) || first.StartsWith("app.", StringComparison.Ordinal));

    private static bool BeginsItself(CompilationUnitSyntax unit) => unit.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().Any();

    // Statements that declare nothing continue the block before them.
    private static string Continue(CompilationUnitSyntax unit, PageBlock block) => string.Concat(
    [
        Usings(unit),
        .. unit.Usings.Select(directive => At(block, directive)),
        block.Before.FirstOrDefault(earlier => earlier.Language == "csharp")?.Text ?? "",
        "\n",
        .. unit.Members.Select(member => At(block, member)),
    ]);

    private static string Wrap(CompilationUnitSyntax unit, PageBlock block)
    {
        // What comes before a file's first #line counts as hidden where anything is, and rules read no program that begins hidden.
        var program = new StringBuilder(At(block, Usings(unit)));
        foreach (var directive in unit.Usings)
        {
            program.Append(At(block, directive));
        }

        var statements = unit.Members.OfType<GlobalStatementSyntax>().ToLookup(statement => statement.ToString().StartsWith("builder.", StringComparison.Ordinal));
        program.Append("#line hidden\nvar builder = WebApplication.CreateBuilder(args);\n");
        program.AppendJoin('\n', statements[true].Select(statement => At(block, statement)));
        program.Append("#line hidden\nvar app = builder.Build();\n");
        program.AppendJoin('\n', statements[false].Select(statement => At(block, statement)));
        program.Append("#line hidden\napp.Run();\n");
        program.AppendJoin('\n', unit.Members.Where(member => member is not GlobalStatementSyntax).Select(member => At(block, member)));
        return program.ToString();
    }

    // Declared and never added is something that a rule may speak of; where the block is about an error, the class may have nothing to add.
    private static bool AddUse(CompilationUnitSyntax unit, PageBlock block, List<string> sources)
    {
        var annotated = unit.DescendantNodes().OfType<ClassDeclarationSyntax>().Where(IsAnnotated).ToList();
        if (annotated.Count == 0 || Expectation.Of(block) is not null)
        {
            return false;
        }

        var program = new StringBuilder();
        foreach (var name in unit.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString()).Distinct())
        {
            program.Append("using ").Append(name).Append(";\n");
        }

        program.Append("var builder = WebApplication.CreateBuilder(args);\n");
        program.AppendJoin('\n', annotated.Select(declared => $"builder.Add{declared.Identifier.ValueText}();"));
        program.Append("\nvar app = builder.Build();\n");
        program.AppendJoin('\n', annotated.Select(declared => $"app.Map{declared.Identifier.ValueText}();"));
        program.Append("\napp.Run();\n");
        sources.Add(program.ToString());
        return true;
    }

    private static string DeclarationOf(string name, PageBlock block)
    {
        foreach (var earlier in block.Before)
        {
            if (earlier.Language == "csharp" && Expectation.Of(earlier) is null && Parse(earlier.Text) is var unit && DeclaredClasses(unit).Contains(name))
            {
                return Usings(unit) + unit.WithMembers([.. unit.Members.Where(member => member is not GlobalStatementSyntax)]).ToFullString();
            }

            if (earlier.Language == "sh" && earlier.Text.Split('\n').Contains($"dotnet new do-oauth-app -n {name}"))
            {
                return ScaffoldedItem.Text(name, "Acme");
            }
        }

        throw new InvalidOperationException($"{block} adds {name}, which no block before it declares or scaffolds.");
    }

    private static IEnumerable<string> AddedApplications(CompilationUnitSyntax unit) =>
        from call in unit.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.ArgumentList.Arguments.Count == 0
        let member = call.Expression as MemberAccessExpressionSyntax
        where member is { Expression: IdentifierNameSyntax { Identifier.ValueText: "builder" } }
        let name = member.Name.Identifier.ValueText
        where name.StartsWith("Add", StringComparison.Ordinal)
        select name["Add".Length..];

    private static List<string> DeclaredClasses(CompilationUnitSyntax unit) =>
        [.. unit.DescendantNodes().OfType<ClassDeclarationSyntax>().Select(declared => declared.Identifier.ValueText)];

    private static bool IsAnnotated(ClassDeclarationSyntax declared) =>
        declared.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "DigitalOceanOAuth");

    private static CompilationUnitSyntax Parse(string text) => SyntaxFactory.ParseCompilationUnit(text);

    // What the compiler says then names the page and its line.
    private static string At(PageBlock block, string text) => $"#line {block.Line + 1} \"{block.Page.Path}\"\n{text}\n";

    private static string At(PageBlock block, SyntaxNode node) =>
        $"#line {block.Line + 1 + node.GetLocation().GetLineSpan().StartLinePosition.Line} \"{block.Page.Path}\"\n{node}\n";
}
