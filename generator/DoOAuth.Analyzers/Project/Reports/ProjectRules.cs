using DoOAuth.Analyzers.Reporting;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>The rules that need the whole project.</summary>
internal static class ProjectRules
{
    public const string UnguardedId = "DOO103";

    public const string UnusedId = "DOO104";

    public const string OutOfDateId = "DOO107";

    public const string LimitId = "DOO108";

    /// <summary>DOO108.</summary>
    public static readonly DiagnosticDescriptor Limit = new(
        LimitId,
        "Not everything was read",
        "Not everything was read here: the limit of {0} was reached. What exceeds it is not reported.",
        RulePages.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(LimitId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>DOO103. Its additional locations are the calls.</summary>
    public static readonly DiagnosticDescriptor Unguarded = new(
        UnguardedId,
        "An endpoint calls DigitalOcean's API without a guard for the scope",
        "{0} {1} {2}, but {3}",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(UnguardedId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>DOO104.</summary>
    public static readonly DiagnosticDescriptor Unused = new(
        UnusedId,
        "A declared scope is not needed",
        "No guard and no call needs '{0}', so '{1}' asks its users for too much. Remove [{2}].",
        RulePages.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(UnusedId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>DOO107. Its additional location is the line of the file.</summary>
    public static readonly DiagnosticDescriptor OutOfDate = new(
        OutOfDateId,
        "The file of scopes is out of date",
        "{0} is out of date at line {1}: {2}. Update it, and review what users are asked for.",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(OutOfDateId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
