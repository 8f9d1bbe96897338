using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.ScopeConstants;

/// <summary>Emits <c>DoOAuth.Scopes</c> from the additional file <c>scopes.tsv</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ScopeConstantsGenerator : IIncrementalGenerator
{
    private const string FileName = "scopes.tsv";

    private static readonly DiagnosticDescriptor LineCannotBeRead = new(
        "DATA001",
        "A line of the data cannot be read",
        "{0}",
        "Data",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor FileIsMissing = new(
        "DATA002",
        "The data file is missing",
        "The constants are generated from data/scopes.tsv: add <AdditionalFiles Include=\"../../data/scopes.tsv\" /> to the project",
        "Data",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) == FileName)
            .Select(static (file, cancellationToken) => (file.Path, Text: file.GetText(cancellationToken)?.ToString() ?? ""))
            .Collect();

        context.RegisterSourceOutput(files, static (output, files) =>
        {
            if (files.IsEmpty)
            {
                output.ReportDiagnostic(Diagnostic.Create(FileIsMissing, Location.None));
                return;
            }

            var catalog = ScopeCatalog.Parse(files[0].Text);
            foreach (var fault in catalog.Faults)
            {
                output.ReportDiagnostic(Diagnostic.Create(LineCannotBeRead, LocationOf(files[0], fault), fault.Message));
            }

            output.AddSource("Scopes.g.cs", ScopesSource.Write(catalog));
        });
    }

    private static Location LocationOf((string Path, string Text) file, DataFault fault)
    {
        var line = SourceText.From(file.Text).Lines[fault.Line - 1];
        var length = line.End - line.Start;
        return Location.Create(
            file.Path,
            line.Span,
            new LinePositionSpan(new LinePosition(fault.Line - 1, 0), new LinePosition(fault.Line - 1, length)));
    }
}
