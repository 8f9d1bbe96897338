using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Analyzers.ScopeUses;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO101: a guard for a scope that the application never requests, so that the guard rejects every user.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndeclaredGuardAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO101";

    private static readonly DiagnosticDescriptor Undeclared = new(
        RuleId,
        "A guard requires a scope that is not declared",
        "{0} '{1}', so this guard denies every request. Add [DigitalOceanScope({2})] to {3}.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly Optional<object?> NoScheme = new(null);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Undeclared];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var applications = ApplicationSet.Of(start.Compilation, start.CancellationToken);
            start.RegisterAttributeAction((context, attribute, attributeClass, model) => AnalyzeAttribute(context, attribute, attributeClass, model, applications));
            start.RegisterOperationAction(creation => AnalyzeCreation(creation, applications), OperationKind.ObjectCreation);
            start.RegisterOperationAction(call => AnalyzeCall(call, applications), OperationKind.Invocation);
        });
    }

    private static void AnalyzeAttribute(
        OperationAnalysisContext context, AttributeSyntax attribute, INamedTypeSymbol attributeClass, SemanticModel model, Lazy<ApplicationSet> applications)
    {
        if (!RuntimeTypes.IsGuard(attributeClass))
        {
            return;
        }

        var scheme = attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Scheme")?.Expression;
        var candidates = Candidates(applications.Value, scheme is null ? NoScheme : ValueOf(scheme));
        foreach (var scope in ScopeArguments.Of(attribute))
        {
            Report(context.ReportDiagnostic, candidates, ValueOf(scope).Value as string, scope);
        }

        Optional<object?> ValueOf(ExpressionSyntax expression) => model.GetConstantValue(expression, context.CancellationToken);
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, Lazy<ApplicationSet> applications)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        var scopes = ScopeCall.ScopesOf(creation).ToList();
        if (scopes.Count > 0)
        {
            var scheme = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Scheme" })?.Value;
            ReportAll(context, Candidates(applications.Value, scheme is null ? NoScheme : scheme.ConstantValue), scopes);
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, Lazy<ApplicationSet> applications)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "RequireDigitalOceanScope" && RuntimeTypes.IsInRuntime(call.TargetMethod.ContainingType))
        {
            var scheme = call.Arguments.First(argument => argument.Parameter?.Name == "scheme").Value;
            ReportAll(context, Candidates(applications.Value, scheme.ConstantValue), ScopeCall.ScopesOf(call));
        }
    }

    // A scheme that cannot be read, or that no visible class has, belongs to a class that is not visible here.
    private static ImmutableArray<Application> Candidates(ApplicationSet applications, Optional<object?> scheme) => scheme switch
    {
        { HasValue: true, Value: null } => applications.All,
        { HasValue: true, Value: string name } when applications.WithScheme(name) is { } application => [application],
        _ => [],
    };

    private static void ReportAll(OperationAnalysisContext context, ImmutableArray<Application> candidates, IEnumerable<IOperation> scopes)
    {
        foreach (var scope in scopes)
        {
            Report(context.ReportDiagnostic, candidates, scope.ConstantValue.Value as string, scope.Syntax);
        }
    }

    // A scope that does not exist is reported by DOO002.
    private static void Report(Action<Diagnostic> report, ImmutableArray<Application> candidates, string? scope, SyntaxNode place)
    {
        if (candidates.IsEmpty
            || scope is null
            || BundledCatalogs.Scopes.Find(scope) is not { IsCurrent: true }
            || candidates.Any(application => application.Coverage.Covers(scope)))
        {
            return;
        }

        var names = candidates.Select(application => application.Name).ToList();
        report(Diagnostic.Create(
            Undeclared,
            place.GetLocation(),
            FixProperties.For([scope], candidates.Select(application => application.FixId)),
            names.Count == 1 ? $"'{names[0]}' does not declare" : $"None of {NameList.Of(names)} declares",
            scope,
            ScopeConstant.Of(scope),
            NameList.Of(names, word: "or")));
    }
}
