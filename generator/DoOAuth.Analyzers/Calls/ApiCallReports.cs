using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Calls;

/// <summary>Creates the reports for a call: a scope that is not declared (DOO102), an operation that does not exist (DOO105).</summary>
internal static class ApiCallReports
{
    public const string UndeclaredId = "DOO102";

    public const string NoOperationId = "DOO105";

    private const string UndeclaredTitle = "A call to DigitalOcean's API needs a scope that is not declared";

    private const string NoOperationTitle = "The operation does not exist in DigitalOcean's API or is deprecated";

    /// <summary>DOO102, reported at the call.</summary>
    public static readonly DiagnosticDescriptor Undeclared = new(
        UndeclaredId,
        UndeclaredTitle,
        "{0} needs {1} in {2}, but {3}. Add {4}.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(UndeclaredId));

    /// <summary>DOO102, reported at the end of the compilation.</summary>
    public static readonly DiagnosticDescriptor UndeclaredAtEnd = new(
        UndeclaredId,
        UndeclaredTitle,
        "{0} needs {1} in {2}, but {3}. Add {4}.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(UndeclaredId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>DOO105, reported at the call.</summary>
    public static readonly DiagnosticDescriptor NoOperation = new(
        NoOperationId,
        NoOperationTitle,
        "{0}",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(NoOperationId));

    /// <summary>DOO105, reported at the end of the compilation.</summary>
    public static readonly DiagnosticDescriptor NoOperationAtEnd = new(
        NoOperationId,
        NoOperationTitle,
        "{0}",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(NoOperationId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>
    /// The reports for a call, each only once for a location. Alternatives that callers determine are reported after they are
    /// substituted.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <param name="atEnd">Whether it is told at the end of the compilation.</param>
    public static IEnumerable<Diagnostic> Of(ApiCall call, ApplicationSet applications, bool atEnd) => call.Closed
        .GroupBy(alternative => (alternative.Location, alternative.Verdict.Description))
        .SelectMany(requests => Of(requests.First().Verdict, requests.Key.Location, call, applications, atEnd));

    private static IEnumerable<Diagnostic> Of(
        CallVerdict verdict, Location location, ApiCall call, ApplicationSet applications, bool atEnd)
    {
        // A helper that returns several paths returns those that do not exist for other calls.
        if (verdict.Nearest is not null && call.Closed.Any(other => other.Location == location && other.Verdict.Certain is not null))
        {
            yield break;
        }

        var operation = verdict switch
        {
            { Nearest.Value: var nearest } => $"{ApiDescription.Name} has no {verdict.Description}. {nearest}",
            { Certain: { IsDeprecated: true } deprecated } => $"{verdict.Description} is deprecated in {ApiDescription.Name}. {NearestOperation.InsteadOf(deprecated)}",
            _ => null,
        };
        if (operation is not null)
        {
            yield return Diagnostic.Create(atEnd ? NoOperationAtEnd : NoOperation, location, operation.TrimEnd());
        }

        if (!call.HasOwnToken && MissingScopes.Of(verdict.Requirement, applications.Candidates(call.Application)) is { } missing)
        {
            yield return missing.Report(
                atEnd ? UndeclaredAtEnd : Undeclared, call.IsOnClient ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, location, verdict.Description);
        }
    }
}
