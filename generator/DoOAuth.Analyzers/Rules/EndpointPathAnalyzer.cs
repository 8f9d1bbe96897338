using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO003: a path that no request can reach, or that two endpoints of a class share.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointPathAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO003";

    private const string Title = "An endpoint's path is not valid";

    private static readonly DiagnosticDescriptor Unusable = new(
        RuleId,
        Title,
        "{0} cannot be '{1}' because {2}",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Shared = new(
        RuleId,
        Title,
        "{0} and {1} are both '{2}', but each endpoint needs its own path. Change one of them.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unusable, Shared];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterApplicationAction(Analyze);
    }

    private static void Analyze(SymbolAnalysisContext context, ApplicationDeclaration declaration)
    {
        var usable = new List<EndpointPath>();
        foreach (var endpoint in EndpointPath.Of(declaration))
        {
            if (RouteSyntax.FaultOf(endpoint.Path) is { } fault)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Unusable, declaration.LocationOf(endpoint.Property), endpoint.Property, endpoint.Path, fault));
            }
            else
            {
                usable.Add(endpoint);
            }
        }

        // Explicit values first, because they have a location and are easy to change. A default has no location.
        foreach (var sharing in usable.GroupBy(endpoint => endpoint.Route, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            var endpoints = sharing.OrderBy(endpoint => !endpoint.IsDefault).ToList();
            foreach (var later in endpoints.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Shared,
                    declaration.LocationOf(later.Property),
                    endpoints[0].IsDefault ? null : [declaration.LocationOf(endpoints[0].Property)],
                    endpoints[0].Property,
                    later.Property,
                    later.Path));
            }
        }
    }
}
