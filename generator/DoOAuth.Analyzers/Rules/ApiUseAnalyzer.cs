using System.Collections.Concurrent;
using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Rules;

/// <summary>
/// The rules for calls of DigitalOcean's API, which share the code that reads them: a scope that is not declared (DOO102), an
/// endpoint that reaches a call and whose guards do not cover it (DOO103), a declared scope that is not needed (DOO104), an
/// operation that does not exist (DOO105), a text in a path that the caller decides (DOO106), a file of scopes that is out of date (DOO107), a limit that was
/// reached (DOO108).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ApiCallReports.Undeclared,
        ApiCallReports.UndeclaredAtEnd,
        ApiCallReports.NoOperation,
        ApiCallReports.NoOperationAtEnd,
        ProjectRules.Unguarded,
        ProjectRules.Unused,
        PathTextReports.Rule,
        PathTextReports.RuleAtEnd,
        ProjectRules.Limit,
        ProjectRules.OutOfDate,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Razor's generated code is read at the end; its diagnostics are in the page.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var applications = ApplicationSet.Of(start.Compilation, start.CancellationToken);
            var reader = ApiCallReader.OfFiles(applications);
            var flow = ProjectAnalysis.Start(start, applications);
            var told = new ConcurrentDictionary<Location, bool>();
            start.RegisterOperationAction(operation => AnalyzeCall(operation, reader, applications, flow, told), OperationKind.Invocation);
        });
    }

    // Several calls can have the same path, whose texts are reported once.
    private static void AnalyzeCall(
        OperationAnalysisContext context, ApiCallReader reader, Lazy<ApplicationSet> applications, ProjectExtractor? flow, ConcurrentDictionary<Location, bool> told)
    {
        var reading = reader.Read((IInvocationOperation)context.Operation);
        if (reading is { IsSettled: true, Call: { } call })
        {
            foreach (var diagnostic in ApiCallReports.Of(call, applications.Value, atEnd: false))
            {
                context.ReportDiagnostic(diagnostic);
            }

            foreach (var source in PathTextReports.DecidedHere(call))
            {
                if (told.TryAdd(source.Place!, true))
                {
                    context.ReportDiagnostic(PathTextReports.Of(source, atEnd: false));
                }
            }
        }

        flow?.Read((IInvocationOperation)context.Operation, context.ContainingSymbol, reading);
    }
}
