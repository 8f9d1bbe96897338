using System.Text;
using DoOAuth.Analyzers.Project;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers;

/// <summary>
/// Writes into a library's metadata what it calls at DigitalOcean, so that the build of the app that references it can check the scopes. It needs the whole
/// library, and nothing else in the library needs it, so it runs when the library is built and not while someone types.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LibraryGenerator : IIncrementalGenerator
{
    private static readonly string[] Pages = [".razor", ".cshtml"];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var pages = context.AdditionalTextsProvider.Where(static file => MayCall(file)).Collect();
        context.RegisterImplementationSourceOutput(context.CompilationProvider.Combine(pages), static (output, library) => Describe(output, library.Left, hasPages: !library.Right.IsEmpty));
    }

    // What Razor generates is not seen by other generators.
    private static bool MayCall(AdditionalText file) => Pages.Any(ending => file.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && file.GetText()?.ToString() is { } text
        && (text.Contains("DigitalOcean") || text.Contains("v2/"));

    private static void Describe(SourceProductionContext output, Compilation compilation, bool hasPages)
    {
        // Programs are not referenced, except by their tests.
        if (compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary
            && LibraryDescription.Of(WithGenerated(compilation, output.CancellationToken), hasPages, compilation.ContainsSyntaxTree, output.CancellationToken) is { } source)
        {
            output.AddSource("DoOAuth.Library.g.cs", SourceText.From(source, Encoding.UTF8));
        }
    }

    // Generators do not see what others generate, such as the client of an annotated class.
    private static Compilation WithGenerated(Compilation compilation, CancellationToken cancellationToken)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new DigitalOceanOAuthGenerator().AsSourceGenerator()],
            parseOptions: compilation.SyntaxTrees.FirstOrDefault()?.Options as CSharpParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, cancellationToken);
        return generated;
    }
}
