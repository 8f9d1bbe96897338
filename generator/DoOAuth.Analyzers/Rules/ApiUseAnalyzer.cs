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
/// operation that does not exist (DOO105).
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
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var applications = ApplicationSet.Of(start.Compilation, start.CancellationToken);
            var reader = new ApiCallReader(applications);
            var flow = ProjectAnalysis.Start(start, applications);
            start.RegisterOperationAction(operation => AnalyzeCall(operation, reader, applications, flow), OperationKind.Invocation);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, ApiCallReader reader, Lazy<ApplicationSet> applications, ProjectExtractor? flow)
    {
        if (reader.TryRead((IInvocationOperation)context.Operation, out var call))
        {
            foreach (var diagnostic in ApiCallReports.Of(call, applications.Value, atEnd: false))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }

        flow?.Read(context, call);
    }
}
