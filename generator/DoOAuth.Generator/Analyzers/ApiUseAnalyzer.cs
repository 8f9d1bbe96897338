using System.Collections.Immutable;
using DoOAuth.Generator.Analyzers.Applications;
using DoOAuth.Generator.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Generator.Analyzers;

/// <summary>
/// The rules on calls of DigitalOcean's API, which share the reading of them: a scope that nobody declares (DOO102), an
/// operation that is not there (DOO105).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ApiCallReports.Undeclared, ApiCallReports.NoOperation];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var applications = DeclaredApplications.Of(start.Compilation, start.CancellationToken);
            var reader = new ApiCallReader(applications);
            start.RegisterOperationAction(operation => AnalyzeCall(operation, reader, applications), OperationKind.Invocation);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, ApiCallReader reader, Lazy<DeclaredApplications> applications)
    {
        if (reader.TryRead((IInvocationOperation)context.Operation, out var call))
        {
            foreach (var diagnostic in ApiCallReports.Of(call, applications.Value, atEnd: false))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
