using System.Text;
using DoOAuth.Analyzers.Project;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers;

/// <summary>
/// Writes what only a whole project tells: into a library's metadata what it calls at DigitalOcean, so that the build of the app that references it can
/// check the scopes, and for each annotated class why it declares its scopes. Nothing else in the project needs it to compile.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProjectGenerator : IIncrementalGenerator
{
    /// <summary>
    /// The option that the package sets for editors. They run all outputs of a generator after each key press, those for the implementation as well
    /// (dotnet/roslyn issue 77288). What a whole project tells is left to builds.
    /// </summary>
    public const string EditorOption = "dooauth_is_editor";

    private static readonly string[] Pages = [".razor", ".cshtml"];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isEditor = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(EditorOption, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase) ? bool.TrueString : bool.FalseString);
        var pages = context.AdditionalTextsProvider.Where(static file => MayCall(file)).Collect();
        context.RegisterImplementationSourceOutput(context.CompilationProvider.Combine(isEditor).Combine(pages), static (output, project) =>
        {
            var ((compilation, isEditor), cancellationToken) = (project.Left, output.CancellationToken);
            if (isEditor == bool.TrueString)
            {
                return;
            }

            // Programs are not referenced, except by their tests.
            var isLibrary = compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
            var isExplained = ScopeExplanation.IsFor(compilation, isLibrary, cancellationToken);
            if ((!isLibrary && !isExplained) || ProjectReading.Of(WithGenerated(compilation, cancellationToken), compilation.ContainsSyntaxTree, cancellationToken) is not { } reading)
            {
                return;
            }

            if (isLibrary)
            {
                output.AddSource("DoOAuth.Library.g.cs", SourceText.From(LibraryDescription.Of(reading, hasPages: !project.Right.IsEmpty, cancellationToken), Encoding.UTF8));
            }

            if (isExplained)
            {
                foreach (var (name, source) in ScopeExplanation.Of(reading, compilation.ContainsSyntaxTree, cancellationToken))
                {
                    output.AddSource(name, SourceText.From(source, Encoding.UTF8));
                }
            }
        });
    }

    // What Razor generates is not seen here.
    private static bool MayCall(AdditionalText file) => Pages.Any(ending => file.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && file.GetText()?.ToString() is { } text
        && (text.Contains("DigitalOcean") || text.Contains("v2/"));

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
