using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.TemplateCompiler;

/// <summary>
/// Compiles each additional file <c>X.scriban</c> into a method <c>Render</c> of the partial class <c>XTemplate</c> in the
/// namespace of the file's folder. The template uses that class's members.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ScribanTemplateGenerator : IIncrementalGenerator
{
    private const string Extension = ".scriban";

    private static readonly DiagnosticDescriptor CannotBeCompiled = new(
        "TEMPLATE001",
        "A template cannot be compiled",
        "{0}",
        "Templates",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => new TemplateProject(
            Option(options.GlobalOptions, "build_property.projectdir"),
            Option(options.GlobalOptions, "build_property.rootnamespace")));
        var templates = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(Extension, StringComparison.Ordinal))
            .Select(static (file, cancellation) => (file.Path, Text: file.GetText(cancellation)?.ToString() ?? ""));
        context.RegisterSourceOutput(templates.Combine(project), static (output, template) =>
        {
            var ((path, text), project) = template;
            var name = Path.GetFileNameWithoutExtension(path) + "Template";
            var compiled = CompiledTemplate.Of(text, path, project.NamespaceOf(path), name);
            foreach (var fault in compiled.Faults)
            {
                output.ReportDiagnostic(Diagnostic.Create(CannotBeCompiled, Location.Create(path, default, fault.Place), fault.Message));
            }

            if (compiled.Source is { } source)
            {
                output.AddSource($"{name}.g.cs", source);
            }
        });
    }

    private static string Option(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(name, out var value) ? value : "";
}
